/** What the screens ask about orders, the steps after a sale, and doors for signed messages. */
import { queryOptions } from '@tanstack/react-query'
import type { ClockDays, DueStep, PersonOrder, WaitingOrder } from '../../src/api/people/shapes.orders.ts'
import type { Delivery, Hook } from '../../src/api/workspace/shapes.hooks.ts'
import { get } from './client.ts'

const minute = 60_000

/** Steps after a sale that are due for me. A day begins without anything happening. */
export const stepsQuery = queryOptions({
  queryKey: ['steps'],
  queryFn: () => get<{ items: DueStep[] }>('/steps'),
  staleTime: minute / 2,
  refetchInterval: 10 * minute,
})

export const stepDaysQuery = queryOptions({ queryKey: ['steps', 'days'], queryFn: () => get<ClockDays>('/steps/days') })

/** Orders of which it is not known who bought them. */
export const waitingOrdersQuery = queryOptions({
  queryKey: ['orders', 'waiting'],
  queryFn: () => get<{ items: WaitingOrder[] }>('/orders/waiting'),
})

export const ordersOfQuery = (person: string) =>
  queryOptions({
    queryKey: ['orders', person],
    queryFn: () => get<{ items: PersonOrder[] }>(`/people/${person}/orders`),
  })

export const hooksQuery = queryOptions({
  queryKey: ['hooks'],
  queryFn: () => get<{ items: Hook[] }>('/hooks'),
})

export const deliveriesQuery = (hook: string) =>
  queryOptions({
    queryKey: ['hooks', hook],
    queryFn: () => get<{ items: Delivery[] }>(`/hooks/${hook}/deliveries`),
  })
