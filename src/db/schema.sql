column     auth."rateLimit".id text not null
column     auth."rateLimit".key text not null
column     auth."rateLimit".count integer not null
column     auth."rateLimit".lastRequest bigint not null
column     auth."user".id text not null
column     auth."user".name text not null
column     auth."user".email text not null
column     auth."user".emailVerified boolean not null default false
column     auth."user".image text
column     auth."user".createdAt timestamp with time zone not null default now()
column     auth."user".updatedAt timestamp with time zone not null default now()
column     auth.account.id text not null
column     auth.account.accountId text not null
column     auth.account.providerId text not null
column     auth.account.userId text not null
column     auth.account.accessToken text
column     auth.account.refreshToken text
column     auth.account.idToken text
column     auth.account.accessTokenExpiresAt timestamp with time zone
column     auth.account.refreshTokenExpiresAt timestamp with time zone
column     auth.account.scope text
column     auth.account.password text
column     auth.account.createdAt timestamp with time zone not null default now()
column     auth.account.updatedAt timestamp with time zone not null default now()
column     auth.session.id text not null
column     auth.session.expiresAt timestamp with time zone not null
column     auth.session.token text not null
column     auth.session.createdAt timestamp with time zone not null default now()
column     auth.session.updatedAt timestamp with time zone not null default now()
column     auth.session.ipAddress text
column     auth.session.userAgent text
column     auth.session.userId text not null
column     auth.setup_link.hash bytea not null
column     auth.setup_link.made_at timestamp with time zone not null
column     auth.verification.id text not null
column     auth.verification.identifier text not null
column     auth.verification.value text not null
column     auth.verification.expiresAt timestamp with time zone not null
column     auth.verification.createdAt timestamp with time zone not null default now()
column     auth.verification.updatedAt timestamp with time zone not null default now()
column     earshot.answer.id uuid not null
column     earshot.answer.workspace_id uuid not null
column     earshot.answer.question_id uuid not null
column     earshot.answer.version integer not null
column     earshot.answer.text text not null
column     earshot.answer.by uuid
column     earshot.answer.owner_id uuid not null
column     earshot.answer.review_on date not null
column     earshot.answer.kept_by uuid not null
column     earshot.answer.kept_at timestamp with time zone not null
column     earshot.answered_request.workspace_id uuid not null
column     earshot.answered_request.teammate_id uuid not null
column     earshot.answered_request.key text not null
column     earshot.answered_request.request bytea not null
column     earshot.answered_request.status integer
column     earshot.answered_request.body jsonb
column     earshot.answered_request.at timestamp with time zone not null
column     earshot.asking.message_id uuid not null
column     earshot.asking.workspace_id uuid not null
column     earshot.asking.conversation_id uuid not null
column     earshot.asking.room_id uuid not null
column     earshot.asking.person_id uuid not null
column     earshot.asking.at timestamp with time zone not null
column     earshot.asking.question_id uuid
column     earshot.asking.answered_at timestamp with time zone
column     earshot.asking.due_at timestamp with time zone
column     earshot.asking.promised boolean
column     earshot.asking.open_minutes double precision
column     earshot.asking.intent text not null default 'question'::text
column     earshot.care.id uuid not null
column     earshot.care.workspace_id uuid not null
column     earshot.care.teammate_id uuid not null
column     earshot.care.conversation_id uuid
column     earshot.care.day date not null
column     earshot.care.reading integer not null default 0
column     earshot.care.writing integer not null default 0
column     earshot.care.put_right integer not null default 0
column     earshot.care.objective_id uuid
column     earshot.care.room_id uuid not null
column     earshot.care.question_id uuid
column     earshot.care_clock.teammate_id uuid not null
column     earshot.care_clock.workspace_id uuid not null
column     earshot.care_clock.at timestamp with time zone not null
column     earshot.care_price.workspace_id uuid not null
column     earshot.care_price.cents_an_hour bigint not null
column     earshot.care_price.currency text not null
column     earshot.care_price.by uuid not null
column     earshot.care_price.at timestamp with time zone not null
column     earshot.charter.room_id uuid not null
column     earshot.charter.workspace_id uuid not null
column     earshot.charter.purpose text not null
column     earshot.charter.tone text[] not null
column     earshot.charter.good text not null
column     earshot.charter.bad text not null
column     earshot.charter.etiquette text not null
column     earshot.charter.never text not null
column     earshot.charter.hours jsonb
column     earshot.charter.owner_id uuid
column     earshot.charter.promises jsonb not null
column     earshot.charter.at timestamp with time zone not null
column     earshot.charter.by uuid not null
column     earshot.code.id uuid not null
column     earshot.code.workspace_id uuid not null
column     earshot.code.word text not null
column     earshot.code.target text
column     earshot.code.objective_id uuid not null
column     earshot.code.person_id uuid
column     earshot.code.conversation_id uuid
column     earshot.code.what text not null
column     earshot.code.by uuid not null
column     earshot.code.at timestamp with time zone not null
column     earshot.code.visits integer not null default 0
column     earshot.code.visit_counts boolean not null default false
column     earshot.conversation.id uuid not null
column     earshot.conversation.workspace_id uuid not null
column     earshot.conversation.room_id uuid not null
column     earshot.conversation.thread_key text not null
column     earshot.conversation.person_id uuid
column     earshot.conversation.state text not null
column     earshot.conversation.state_at timestamp with time zone not null
column     earshot.conversation.state_by uuid
column     earshot.conversation.snoozed_until timestamp with time zone
column     earshot.conversation.keep_on_reply boolean not null default false
column     earshot.conversation.waiting_since timestamp with time zone
column     earshot.conversation.settled_at timestamp with time zone
column     earshot.conversation.assignee_id uuid
column     earshot.conversation.reasons text[] not null default '{}'::text[]
column     earshot.conversation.title text
column     earshot.conversation.preview text not null default ''::text
column     earshot.conversation.first_at timestamp with time zone not null
column     earshot.conversation.last_at timestamp with time zone not null
column     earshot.conversation.messages integer not null default 0
column     earshot.conversation.trouble text
column     earshot.correction.message_id uuid not null
column     earshot.correction.workspace_id uuid not null
column     earshot.correction.label jsonb not null
column     earshot.correction.by uuid not null
column     earshot.correction.at timestamp with time zone not null
column     earshot.customer_order.id uuid not null
column     earshot.customer_order.workspace_id uuid not null
column     earshot.customer_order.number text not null
column     earshot.customer_order.placed_at timestamp with time zone not null
column     earshot.customer_order.what text not null default ''::text
column     earshot.customer_order.value_cents bigint
column     earshot.customer_order.currency text
column     earshot.customer_order.status text not null
column     earshot.customer_order.status_at timestamp with time zone not null
column     earshot.customer_order.buyer_name text
column     earshot.customer_order.buyer_mail text
column     earshot.customer_order.buyer_channel text
column     earshot.customer_order.buyer_handle text
column     earshot.customer_order.person_id uuid
column     earshot.customer_order.matched_by text
column     earshot.customer_order.source text not null
column     earshot.customer_order.heard_at timestamp with time zone not null
column     earshot.deed.id uuid not null
column     earshot.deed.workspace_id uuid not null
column     earshot.deed.person_id uuid not null
column     earshot.deed.kind text not null
column     earshot.deed.text text not null default ''::text
column     earshot.deed.message_id uuid
column     earshot.deed.wooing_id uuid
column     earshot.deed.confirmed boolean not null
column     earshot.deed.at timestamp with time zone not null
column     earshot.deed.by uuid not null
column     earshot.deed.thanked_at timestamp with time zone
column     earshot.deed.thanked_by uuid
column     earshot.duty.workspace_id uuid not null
column     earshot.duty.weekday smallint not null
column     earshot.duty.teammate_id uuid not null
column     earshot.first_word.reply_id uuid not null
column     earshot.first_word.workspace_id uuid not null
column     earshot.first_word.kind text not null
column     earshot.first_word.objective_id uuid
column     earshot.first_word.person_id uuid
column     earshot.first_word.answers_id uuid not null
column     earshot.first_word.text_key text not null
column     earshot.first_word.overruled text
column     earshot.first_word.at timestamp with time zone not null
column     earshot.forgotten.workspace_id uuid not null
column     earshot.forgotten.trace bytea not null
column     earshot.forgotten.at timestamp with time zone not null
column     earshot.happening.id bigint not null
column     earshot.happening.workspace_id uuid not null
column     earshot.happening.at timestamp with time zone not null
column     earshot.happening.by uuid
column     earshot.happening.kind text not null
column     earshot.happening.conversation_id uuid
column     earshot.happening.room_id uuid
column     earshot.happening.detail jsonb not null default '{}'::jsonb
column     earshot.happening.person_id uuid
column     earshot.heard_count.workspace_id uuid not null
column     earshot.heard_count.about text not null
column     earshot.heard_count.minutes smallint not null
column     earshot.heard_count.begins timestamp with time zone not null
column     earshot.heard_count.said integer not null
column     earshot.heard_count.unhappy integer not null
column     earshot.hook.id uuid not null
column     earshot.hook.workspace_id uuid not null
column     earshot.hook.name text not null
column     earshot.hook.made_at timestamp with time zone not null
column     earshot.hook.made_by uuid not null
column     earshot.hook.revoked_at timestamp with time zone
column     earshot.hook.turned_away integer not null default 0
column     earshot.hook.turned_away_at timestamp with time zone
column     earshot.hook.turned_away_why text
column     earshot.hook_delivery.workspace_id uuid not null
column     earshot.hook_delivery.hook_id uuid not null
column     earshot.hook_delivery.message_id text not null
column     earshot.hook_delivery.kind text
column     earshot.hook_delivery.at timestamp with time zone not null
column     earshot.hook_delivery.refused text
column     earshot.hook_delivery.body text
column     earshot.hook_secret.id uuid not null
column     earshot.hook_secret.workspace_id uuid not null
column     earshot.hook_secret.hook_id uuid not null
column     earshot.hook_secret.sealed bytea not null
column     earshot.hook_secret.made_at timestamp with time zone not null
column     earshot.hook_secret.ends_at timestamp with time zone
column     earshot.identity.id uuid not null
column     earshot.identity.workspace_id uuid not null
column     earshot.identity.person_id uuid not null
column     earshot.identity.channel text not null
column     earshot.identity.external_id text not null
column     earshot.identity.handle text
column     earshot.identity.name text
column     earshot.identity.avatar text
column     earshot.identity.url text
column     earshot.identity.us boolean not null default false
column     earshot.identity.hidden_at timestamp with time zone
column     earshot.identity.bio text
column     earshot.identity.link_consent jsonb
column     earshot.identity.handle_key text default NULLIF(regexp_replace(lower(regexp_replace(split_part(ltrim(handle, '@'::text), '@'::text, 1), '\.bsky\.social$'::text, ''::text)), '[^[:alnum:]]'::text, ''::text, 'g'::text), ''::text)
column     earshot.identity.mail_key text default lower("substring"(COALESCE("substring"(handle, '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'::text), external_id), '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'::text))
column     earshot.identity.link_key text default NULLIF(lower(regexp_replace(url, '^https?://(www\.)?|[/#?]+$'::text, ''::text, 'g'::text)), ''::text)
column     earshot.identity_link.workspace_id uuid not null
column     earshot.identity_link.identity_id uuid not null
column     earshot.identity_link.link_key text not null
column     earshot.identity_link.proven boolean not null
column     earshot.identity_link.url text
column     earshot.identity_link.looked_at timestamp with time zone
column     earshot.introduction.id uuid not null
column     earshot.introduction.workspace_id uuid not null
column     earshot.introduction.one_id uuid not null
column     earshot.introduction.other_id uuid not null
column     earshot.introduction.why text not null
column     earshot.introduction.about text not null
column     earshot.introduction.begun_at timestamp with time zone not null
column     earshot.introduction.begun_by uuid not null
column     earshot.introduction.written_at timestamp with time zone
column     earshot.introduction.written_by uuid
column     earshot.introduction.dismissed boolean not null default false
column     earshot.introduction_side.workspace_id uuid not null
column     earshot.introduction_side.introduction_id uuid not null
column     earshot.introduction_side.person_id uuid not null
column     earshot.introduction_side.asked_at timestamp with time zone not null
column     earshot.introduction_side.asked_by uuid not null
column     earshot.introduction_side.said text
column     earshot.introduction_side.said_at timestamp with time zone
column     earshot.introduction_side.said_by uuid
column     earshot.invitation.id uuid not null
column     earshot.invitation.workspace_id uuid not null
column     earshot.invitation.mail text not null
column     earshot.invitation.role text not null
column     earshot.invitation.hash bytea not null
column     earshot.invitation.invited_by uuid not null
column     earshot.invitation.invited_at timestamp with time zone not null
column     earshot.invitation.expires_at timestamp with time zone not null
column     earshot.invitation.accepted_at timestamp with time zone
column     earshot.judgement.workspace_id uuid not null
column     earshot.judgement.listener_id uuid not null
column     earshot.judgement.message_id uuid not null
column     earshot.judgement.about_us boolean not null
column     earshot.judgement.found boolean not null
column     earshot.judgement.by uuid not null
column     earshot.judgement.at timestamp with time zone not null
column     earshot.learned.workspace_id uuid not null
column     earshot.learned.model bytea not null
column     earshot.learned.corrections integer not null
column     earshot.learned.at timestamp with time zone not null
column     earshot.listener.id uuid not null
column     earshot.listener.workspace_id uuid not null
column     earshot.listener.name text not null
column     earshot.listener.query text not null
column     earshot.listener.rooms uuid[]
column     earshot.listener.demo boolean not null default false
column     earshot.listener.created_at timestamp with time zone not null
column     earshot.listener.created_by uuid
column     earshot.listener.objective_id uuid
column     earshot.listener.anothers boolean not null default false
column     earshot.message.id uuid not null
column     earshot.message.workspace_id uuid not null
column     earshot.message.room_id uuid not null
column     earshot.message.conversation_id uuid not null
column     earshot.message.identity_id uuid not null
column     earshot.message.person_id uuid not null
column     earshot.message.source text not null
column     earshot.message.external_id text not null
column     earshot.message.parent_external_id text
column     earshot.message.us boolean not null default false
column     earshot.message.reply_id uuid
column     earshot.message.at timestamp with time zone not null
column     earshot.message.heard_at timestamp with time zone not null
column     earshot.message.title text
column     earshot.message.text text not null
column     earshot.message.url text
column     earshot.message.langs text[] not null default '{}'::text[]
column     earshot.message.links text[] not null default '{}'::text[]
column     earshot.message.mentions text[] not null default '{}'::text[]
column     earshot.message.tags text[] not null default '{}'::text[]
column     earshot.message.images jsonb not null default '[]'::jsonb
column     earshot.message.reasons text[] not null default '{}'::text[]
column     earshot.message.edited_at timestamp with time zone
column     earshot.message.deleted_at timestamp with time zone
column     earshot.message.search tsvector not null
column     earshot.message.language text
column     earshot.message.labels text[] not null default '{}'::text[]
column     earshot.message.mood real
column     earshot.message.mood_sure real
column     earshot.message.urgency real
column     earshot.moment.id uuid not null
column     earshot.moment.workspace_id uuid not null
column     earshot.moment.person_id uuid not null
column     earshot.moment.kind text not null
column     earshot.moment.text text not null
column     earshot.moment.on_day date not null
column     earshot.moment.due_day date
column     earshot.moment.message_id uuid
column     earshot.moment.sensitivity text not null
column     earshot.moment.expires_day date
column     earshot.moment.only_for uuid
column     earshot.moment.by uuid not null
column     earshot.moment.at timestamp with time zone not null
column     earshot.moment.settled text
column     earshot.moment.settled_by uuid
column     earshot.moment.settled_at timestamp with time zone
column     earshot.moment.reply_id uuid
column     earshot.moment_refusal.workspace_id uuid not null
column     earshot.moment_refusal.message_id uuid
column     earshot.moment_refusal.reply_id uuid
column     earshot.moment_refusal.by uuid not null
column     earshot.moment_refusal.at timestamp with time zone not null
column     earshot.not_the_same.workspace_id uuid not null
column     earshot.not_the_same.one_id uuid not null
column     earshot.not_the_same.other_id uuid not null
column     earshot.not_the_same.at timestamp with time zone not null
column     earshot.not_the_same.by uuid
column     earshot.note.id uuid not null
column     earshot.note.workspace_id uuid not null
column     earshot.note.conversation_id uuid not null
column     earshot.note.by uuid not null
column     earshot.note.at timestamp with time zone not null
column     earshot.note.text text not null
column     earshot.objective.id uuid not null
column     earshot.objective.workspace_id uuid not null
column     earshot.objective.result text not null
column     earshot.objective.kind text not null
column     earshot.objective.measure text not null
column     earshot.objective.baseline numeric not null
column     earshot.objective.target numeric not null
column     earshot.objective.due date not null
column     earshot.objective.unit_value_cents bigint
column     earshot.objective.currency text
column     earshot.objective.owner_id uuid not null
column     earshot.objective.created_at timestamp with time zone not null
column     earshot.objective.let_go_at timestamp with time zone
column     earshot.objective.let_go_by uuid
column     earshot.order_clock.workspace_id uuid not null
column     earshot.order_clock.thank integer
column     earshot.order_clock.ask integer
column     earshot.order_clock.listen integer
column     earshot.order_step.workspace_id uuid not null
column     earshot.order_step.order_id uuid not null
column     earshot.order_step.step text not null
column     earshot.order_step.said text not null
column     earshot.order_step.until_day date
column     earshot.order_step.at timestamp with time zone not null
column     earshot.order_step.by uuid not null
column     earshot.outbox.reply_id uuid not null
column     earshot.outbox.workspace_id uuid not null
column     earshot.outbox.room_id uuid not null
column     earshot.outbox.key text not null
column     earshot.outbox.state text not null
column     earshot.outbox.leaves_at timestamp with time zone not null
column     earshot.outbox.attempt integer not null default 0
column     earshot.outbox.worker integer
column     earshot.outbox.leased_until timestamp with time zone
column     earshot.outbox.why text
column     earshot.outbox.external_id text
column     earshot.outbox.url text
column     earshot.outbox.settled_at timestamp with time zone
column     earshot.outcome.id uuid not null
column     earshot.outcome.workspace_id uuid not null
column     earshot.outcome.objective_id uuid not null
column     earshot.outcome.person_id uuid
column     earshot.outcome.conversation_id uuid
column     earshot.outcome.what text not null
column     earshot.outcome.value_cents bigint not null
column     earshot.outcome.currency text not null
column     earshot.outcome.at timestamp with time zone not null
column     earshot.outcome.evidence text not null default ''::text
column     earshot.outcome.source text not null
column     earshot.outcome.key text
column     earshot.outcome.by uuid
column     earshot.outcome.written_at timestamp with time zone not null
column     earshot.outcome.disputed_at timestamp with time zone
column     earshot.outcome.disputed_by uuid
column     earshot.outcome.disputed_why text
column     earshot.outcome.withdrawn_at timestamp with time zone
column     earshot.outcome.withdrawn_by uuid
column     earshot.outcome_touch.outcome_id uuid not null
column     earshot.outcome_touch.workspace_id uuid not null
column     earshot.outcome_touch.n integer not null
column     earshot.outcome_touch.at timestamp with time zone not null
column     earshot.outcome_touch.conversation_id uuid
column     earshot.outcome_touch.room_id uuid not null
column     earshot.outcome_touch.question_id uuid
column     earshot.outcome_touch.by uuid
column     earshot.overruling.workspace_id uuid not null
column     earshot.overruling.room_id uuid not null
column     earshot.overruling.reply_id uuid not null
column     earshot.overruling.warning text not null
column     earshot.overruling.about text not null
column     earshot.overruling.at timestamp with time zone not null
column     earshot.overruling.by uuid not null
column     earshot.passing_on.workspace_id uuid not null
column     earshot.passing_on.room_id uuid not null
column     earshot.passing_on.target text not null
column     earshot.passing_on.kind text not null
column     earshot.passing_on.source text not null
column     earshot.passing_on.external_id text not null
column     earshot.passing_on.person_id uuid not null
column     earshot.passing_on.message_id uuid
column     earshot.passing_on.at timestamp with time zone not null
column     earshot.person.id uuid not null
column     earshot.person.workspace_id uuid not null
column     earshot.person.name text not null
column     earshot.person.met_at timestamp with time zone not null
column     earshot.person.joined_to uuid
column     earshot.person.kind text not null default 'human'::text
column     earshot.person.name_key text default lower(name)
column     earshot.person.called text
column     earshot.person.spoken text
column     earshot.person.pronouns text
column     earshot.person.reached text
column     earshot.person.head_id uuid default COALESCE(joined_to, id)
column     earshot.person_join.id uuid not null
column     earshot.person_join.workspace_id uuid not null
column     earshot.person_join.kept_id uuid not null
column     earshot.person_join.absorbed_id uuid not null
column     earshot.person_join.at timestamp with time zone not null
column     earshot.person_join.by uuid
column     earshot.person_join.evidence jsonb not null default '[]'::jsonb
column     earshot.person_join.apart_at timestamp with time zone
column     earshot.person_join.apart_by uuid
column     earshot.push.id uuid not null
column     earshot.push.workspace_id uuid not null
column     earshot.push.receiver_id uuid not null
column     earshot.push.question_id uuid not null
column     earshot.push.at timestamp with time zone not null
column     earshot.push.by uuid not null
column     earshot.push.state text not null default 'queued'::text
column     earshot.push.tries integer not null default 0
column     earshot.push.due_at timestamp with time zone not null
column     earshot.push.why text
column     earshot.question.id uuid not null
column     earshot.question.workspace_id uuid not null
column     earshot.question.root uuid not null
column     earshot.question.name text
column     earshot.question.wording text not null
column     earshot.question.sketch bytea
column     earshot.question.version bigint not null
column     earshot.question.asked integer not null default 0
column     earshot.question.last_at timestamp with time zone
column     earshot.question.made_at timestamp with time zone not null
column     earshot.question.joined_into uuid
column     earshot.question.joined_by uuid
column     earshot.question.joined_at timestamp with time zone
column     earshot.question.split_from uuid
column     earshot.question.split_by uuid
column     earshot.question.split_at timestamp with time zone
column     earshot.question.published_url text
column     earshot.question.published_on date
column     earshot.question.published_by uuid
column     earshot.question.objective_id uuid
column     earshot.question.brief_let_go_at timestamp with time zone
column     earshot.question.brief_let_go_by uuid
column     earshot.receiver.id uuid not null
column     earshot.receiver.workspace_id uuid not null
column     earshot.receiver.name text not null
column     earshot.receiver.url text not null
column     earshot.receiver.sealed bytea
column     earshot.receiver.made_at timestamp with time zone not null
column     earshot.receiver.made_by uuid not null
column     earshot.reply.id uuid not null
column     earshot.reply.workspace_id uuid not null
column     earshot.reply.conversation_id uuid not null
column     earshot.reply.in_reply_to uuid
column     earshot.reply.by uuid not null
column     earshot.reply.at timestamp with time zone not null
column     earshot.reply.text text not null
column     earshot.retention.workspace_id uuid not null
column     earshot.retention.what text not null
column     earshot.retention.days integer not null
column     earshot.return_cell.workspace_id uuid not null
column     earshot.return_cell.month date
column     earshot.return_cell.objective_id uuid
column     earshot.return_cell.room_id uuid
column     earshot.return_cell.question_id uuid
column     earshot.return_cell.currency text not null
column     earshot.return_cell.outcomes integer not null default 0
column     earshot.return_cell.first_cents bigint not null default 0
column     earshot.return_cell.last_cents bigint not null default 0
column     earshot.return_cell.shared_cents bigint not null default 0
column     earshot.return_cell.seconds bigint not null default 0
column     earshot.return_cell.by text not null
column     earshot.return_change.workspace_id uuid not null
column     earshot.return_change.month date not null
column     earshot.return_change.objective_id uuid
column     earshot.return_change.room_id uuid
column     earshot.return_change.question_id uuid
column     earshot.return_change.currency text not null
column     earshot.return_change.outcomes integer not null
column     earshot.return_change.first_cents bigint not null
column     earshot.return_change.last_cents bigint not null
column     earshot.return_change.shared_cents bigint not null
column     earshot.return_change.seconds bigint not null
column     earshot.room.id uuid not null
column     earshot.room.workspace_id uuid not null
column     earshot.room.channel text not null
column     earshot.room.address text not null
column     earshot.room.name text not null
column     earshot.room.account jsonb
column     earshot.room.settings jsonb not null
column     earshot.room.secret bytea
column     earshot.room.cursor jsonb
column     earshot.room.heard_at timestamp with time zone
column     earshot.room.event_at timestamp with time zone
column     earshot.room.trouble jsonb
column     earshot.room.gaps jsonb not null default '[]'::jsonb
column     earshot.room.unreadable integer not null default 0
column     earshot.room.paused_at timestamp with time zone
column     earshot.room.paused_by uuid
column     earshot.room.demo boolean not null default false
column     earshot.room.created_at timestamp with time zone not null
column     earshot.room.created_by uuid
column     earshot.room.objective_id uuid
column     earshot.room.bowed_out_at timestamp with time zone
column     earshot.room.bowed_out_by uuid
column     earshot.room.quiet_since timestamp with time zone
column     earshot.room.quota jsonb
column     earshot.rung.id uuid not null
column     earshot.rung.workspace_id uuid not null
column     earshot.rung.person_id uuid not null
column     earshot.rung.rung text not null
column     earshot.rung.reason text not null
column     earshot.rung.until_day date not null
column     earshot.rung.at timestamp with time zone not null
column     earshot.rung.by uuid not null
column     earshot.rung.lifted_at timestamp with time zone
column     earshot.rung.lifted_by uuid
column     earshot.storm.id uuid not null
column     earshot.storm.workspace_id uuid not null
column     earshot.storm.kind text not null
column     earshot.storm.about text[] not null
column     earshot.storm.message_id uuid
column     earshot.storm.messages integer not null
column     earshot.storm.people integer not null
column     earshot.storm.ordinary real not null
column     earshot.storm.begun_at timestamp with time zone not null
column     earshot.storm.warned_at timestamp with time zone not null
column     earshot.storm.over_at timestamp with time zone
column     earshot.storm.on_duty uuid
column     earshot.storm.holding text not null default ''::text
column     earshot.storm.after_note text not null default ''::text
column     earshot.storm_message.workspace_id uuid not null
column     earshot.storm_message.storm_id uuid not null
column     earshot.storm_message.message_id uuid not null
column     earshot.storm_message.why text not null
column     earshot.storm_message.number integer not null
column     earshot.storm_message.place smallint not null
column     earshot.storm_step.id bigint not null
column     earshot.storm_step.workspace_id uuid not null
column     earshot.storm_step.storm_id uuid not null
column     earshot.storm_step.kind text not null
column     earshot.storm_step.text text not null default ''::text
column     earshot.storm_step.at timestamp with time zone not null
column     earshot.storm_step.by uuid
column     earshot.teammate.id uuid not null
column     earshot.teammate.workspace_id uuid not null
column     earshot.teammate.user_id text not null
column     earshot.teammate.name text not null
column     earshot.teammate.role text not null
column     earshot.teammate.joined_at timestamp with time zone not null
column     earshot.teammate.left_at timestamp with time zone
column     earshot.teammate.week_in text
column     earshot.tie.workspace_id uuid not null
column     earshot.tie.teammate_id uuid not null
column     earshot.tie.person_id uuid not null
column     earshot.tie.closeness text not null
column     earshot.tie.every_days integer
column     earshot.tie.since timestamp with time zone not null
column     earshot.token.id uuid not null
column     earshot.token.workspace_id uuid not null
column     earshot.token.teammate_id uuid not null
column     earshot.token.name text not null
column     earshot.token.hash bytea not null
column     earshot.token.scopes text[] not null
column     earshot.token.created_at timestamp with time zone not null
column     earshot.token.last_used_at timestamp with time zone
column     earshot.token.expires_at timestamp with time zone
column     earshot.token.revoked_at timestamp with time zone
column     earshot.told_number.workspace_id uuid not null
column     earshot.told_number.objective_id uuid not null
column     earshot.told_number.at timestamp with time zone not null
column     earshot.told_number.number numeric not null
column     earshot.told_number.by uuid not null
column     earshot.upshot.conversation_id uuid not null
column     earshot.upshot.workspace_id uuid not null
column     earshot.upshot.said text not null
column     earshot.upshot.ask_on date
column     earshot.upshot.outcome_id uuid
column     earshot.upshot.by uuid not null
column     earshot.upshot.at timestamp with time zone not null
column     earshot.verdict.id uuid not null
column     earshot.verdict.workspace_id uuid not null
column     earshot.verdict.conversation_id uuid not null
column     earshot.verdict.person_id uuid not null
column     earshot.verdict.word text not null
column     earshot.verdict.by uuid not null
column     earshot.verdict.at timestamp with time zone not null
column     earshot.verdict.reply_id uuid
column     earshot.verdict.content boolean
column     earshot.verdict.words text not null default ''::text
column     earshot.verdict.said_at timestamp with time zone
column     earshot.verdict.changes smallint not null default 0
column     earshot.voice_day.workspace_id uuid not null
column     earshot.voice_day.listener_id uuid not null
column     earshot.voice_day.day date not null
column     earshot.voice_day.room_id uuid not null
column     earshot.voice_day.topic text not null
column     earshot.voice_day.tone text not null
column     earshot.voice_day.said integer not null
column     earshot.voice_message.workspace_id uuid not null
column     earshot.voice_message.listener_id uuid not null
column     earshot.voice_message.at timestamp with time zone not null
column     earshot.voice_message.message_id uuid not null
column     earshot.waited_band.workspace_id uuid not null
column     earshot.waited_band.day date not null
column     earshot.waited_band.room_id uuid not null
column     earshot.waited_band.intent text not null
column     earshot.waited_band.band smallint not null
column     earshot.waited_band.answers integer not null
column     earshot.waited_band.shortest double precision not null
column     earshot.waited_band.longest double precision not null
column     earshot.waited_day.workspace_id uuid not null
column     earshot.waited_day.day date not null
column     earshot.waited_day.room_id uuid not null
column     earshot.waited_day.intent text
column     earshot.waited_day.asked integer not null
column     earshot.waited_day.answered integer not null
column     earshot.waited_day.promised integer not null
column     earshot.waited_day.in_time integer not null
column     earshot.waited_day.closed integer not null
column     earshot.waited_day.reopened integer not null
column     earshot.waited_due.workspace_id uuid not null
column     earshot.waited_due.day date not null
column     earshot.week_mail.workspace_id uuid not null
column     earshot.week_mail.teammate_id uuid not null
column     earshot.week_mail.monday date not null
column     earshot.week_mail.state text not null
column     earshot.week_mail.tries integer not null
column     earshot.week_mail.due_at timestamp with time zone not null
column     earshot.week_mail.why text
column     earshot.wooing.id uuid not null
column     earshot.wooing.workspace_id uuid not null
column     earshot.wooing.person_id uuid not null
column     earshot.wooing.conversation_id uuid
column     earshot.wooing.cause text not null
column     earshot.wooing.reason jsonb not null
column     earshot.wooing.spotted_at timestamp with time zone not null
column     earshot.wooing.ended_at timestamp with time zone
column     earshot.wooing_step.workspace_id uuid not null
column     earshot.wooing_step.wooing_id uuid not null
column     earshot.wooing_step.step text not null
column     earshot.wooing_step.at timestamp with time zone not null
column     earshot.wooing_step.by uuid not null
column     earshot.workspace.id uuid not null
column     earshot.workspace.name text not null
column     earshot.workspace.created_at timestamp with time zone not null
column     earshot.workspace.forgetting_key bytea not null default decode(replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text), 'hex'::text)
column     earshot.workspace.asks_how boolean not null default false
constraint auth."rateLimit" rateLimit_key_key: UNIQUE (key)
constraint auth."rateLimit" rateLimit_pkey: PRIMARY KEY (id)
constraint auth."user" user_email_key: UNIQUE (email)
constraint auth."user" user_pkey: PRIMARY KEY (id)
constraint auth.account account_pkey: PRIMARY KEY (id)
constraint auth.account account_userId_fkey: FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
constraint auth.session session_pkey: PRIMARY KEY (id)
constraint auth.session session_token_key: UNIQUE (token)
constraint auth.session session_userId_fkey: FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
constraint auth.setup_link setup_link_pkey: PRIMARY KEY (hash)
constraint auth.verification verification_pkey: PRIMARY KEY (id)
constraint earshot.answer answer_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.answer answer_kept_by_fkey: FOREIGN KEY (kept_by) REFERENCES earshot.teammate(id)
constraint earshot.answer answer_owner_id_fkey: FOREIGN KEY (owner_id) REFERENCES earshot.teammate(id)
constraint earshot.answer answer_pkey: PRIMARY KEY (id)
constraint earshot.answer answer_question_id_fkey: FOREIGN KEY (question_id) REFERENCES earshot.question(id) ON DELETE CASCADE
constraint earshot.answer answer_question_id_version_key: UNIQUE (question_id, version)
constraint earshot.answer answer_text_check: CHECK ((text <> ''::text))
constraint earshot.answer answer_version_check: CHECK ((version > 0))
constraint earshot.answer answer_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.answered_request answered_request_pkey: PRIMARY KEY (workspace_id, teammate_id, key)
constraint earshot.answered_request answered_request_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id) ON DELETE CASCADE
constraint earshot.answered_request answered_request_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.asking asking_intent_check: CHECK ((intent = ANY (ARRAY['question'::text, 'complaint'::text, 'request'::text])))
constraint earshot.asking asking_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.asking asking_pkey: PRIMARY KEY (message_id)
constraint earshot.asking asking_question_id_fkey: FOREIGN KEY (question_id) REFERENCES earshot.question(id) ON DELETE CASCADE
constraint earshot.care_clock care_clock_pkey: PRIMARY KEY (teammate_id)
constraint earshot.care_clock care_clock_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id)
constraint earshot.care_clock care_clock_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.care_price care_price_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.care_price care_price_cents_an_hour_check: CHECK (((cents_an_hour >= 0) AND (cents_an_hour <= 100000000)))
constraint earshot.care_price care_price_currency_check: CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint earshot.care_price care_price_pkey: PRIMARY KEY (workspace_id)
constraint earshot.care_price care_price_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.care care_check: CHECK ((((reading + writing) + put_right) >= 0))
constraint earshot.care care_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE SET NULL
constraint earshot.care care_pkey: PRIMARY KEY (id)
constraint earshot.care care_reading_check: CHECK ((reading >= 0))
constraint earshot.care care_teammate_id_conversation_id_day_key: UNIQUE (teammate_id, conversation_id, day)
constraint earshot.care care_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id)
constraint earshot.care care_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.care care_writing_check: CHECK ((writing >= 0))
constraint earshot.charter charter_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.charter charter_owner_id_fkey: FOREIGN KEY (owner_id) REFERENCES earshot.teammate(id)
constraint earshot.charter charter_pkey: PRIMARY KEY (room_id)
constraint earshot.charter charter_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.charter charter_tone_check: CHECK ((cardinality(tone) <= 3))
constraint earshot.charter charter_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.code code_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.code code_check: CHECK (((target IS NOT NULL) OR (NOT visit_counts)))
constraint earshot.code code_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE SET NULL
constraint earshot.code code_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE CASCADE
constraint earshot.code code_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE SET NULL
constraint earshot.code code_pkey: PRIMARY KEY (id)
constraint earshot.code code_what_check: CHECK ((what <> ''::text))
constraint earshot.code code_word_check: CHECK ((word ~ '^[A-Za-z0-9]{3,32}$'::text))
constraint earshot.code code_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.conversation conversation_assignee_id_fkey: FOREIGN KEY (assignee_id) REFERENCES earshot.teammate(id)
constraint earshot.conversation conversation_check: CHECK (((state = 'snoozed'::text) = (snoozed_until IS NOT NULL)))
constraint earshot.conversation conversation_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id)
constraint earshot.conversation conversation_pkey: PRIMARY KEY (id)
constraint earshot.conversation conversation_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.conversation conversation_state_by_fkey: FOREIGN KEY (state_by) REFERENCES earshot.teammate(id)
constraint earshot.conversation conversation_state_check: CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text, 'done'::text, 'noted'::text])))
constraint earshot.conversation conversation_trouble_check: CHECK ((trouble = ANY (ARRAY['refused'::text, 'unknown'::text])))
constraint earshot.conversation conversation_workspace_id_room_id_thread_key_key: UNIQUE (workspace_id, room_id, thread_key)
constraint earshot.correction correction_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.correction correction_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.correction correction_pkey: PRIMARY KEY (message_id)
constraint earshot.correction correction_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.customer_order customer_order_buyer_mail_check: CHECK ((buyer_mail = lower(buyer_mail)))
constraint earshot.customer_order customer_order_check: CHECK (((value_cents IS NULL) = (currency IS NULL)))
constraint earshot.customer_order customer_order_check1: CHECK (((person_id IS NULL) = (matched_by IS NULL)))
constraint earshot.customer_order customer_order_check2: CHECK (((buyer_channel IS NULL) = (buyer_handle IS NULL)))
constraint earshot.customer_order customer_order_currency_check: CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint earshot.customer_order customer_order_matched_by_check: CHECK ((matched_by = ANY (ARRAY['mail'::text, 'name'::text, 'number'::text, 'hand'::text])))
constraint earshot.customer_order customer_order_number_check: CHECK ((number <> ''::text))
constraint earshot.customer_order customer_order_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.customer_order customer_order_pkey: PRIMARY KEY (id)
constraint earshot.customer_order customer_order_source_check: CHECK ((source = ANY (ARRAY['file'::text, 'webhook'::text, 'api'::text])))
constraint earshot.customer_order customer_order_status_check: CHECK ((status = ANY (ARRAY['placed'::text, 'delivered'::text, 'returned'::text, 'cancelled'::text])))
constraint earshot.customer_order customer_order_value_cents_check: CHECK ((value_cents >= 0))
constraint earshot.customer_order customer_order_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.customer_order customer_order_workspace_id_number_key: UNIQUE (workspace_id, number)
constraint earshot.deed deed_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.deed deed_check: CHECK (((thanked_at IS NULL) = (thanked_by IS NULL)))
constraint earshot.deed deed_kind_check: CHECK ((kind = ANY (ARRAY['answered'::text, 'defended'::text, 'sent'::text, 'came-back'::text])))
constraint earshot.deed deed_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.deed deed_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.deed deed_pkey: PRIMARY KEY (id)
constraint earshot.deed deed_thanked_by_fkey: FOREIGN KEY (thanked_by) REFERENCES earshot.teammate(id)
constraint earshot.deed deed_wooing_id_fkey: FOREIGN KEY (wooing_id) REFERENCES earshot.wooing(id) ON DELETE CASCADE
constraint earshot.deed deed_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.duty duty_pkey: PRIMARY KEY (workspace_id, weekday)
constraint earshot.duty duty_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id) ON DELETE CASCADE
constraint earshot.duty duty_weekday_check: CHECK (((weekday >= 1) AND (weekday <= 7)))
constraint earshot.duty duty_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.first_word first_word_answers_id_fkey: FOREIGN KEY (answers_id) REFERENCES earshot.teammate(id)
constraint earshot.first_word first_word_kind_check: CHECK ((kind = ANY (ARRAY['question'::text, 'value'::text, 'help'::text, 'news'::text])))
constraint earshot.first_word first_word_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE SET NULL
constraint earshot.first_word first_word_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.first_word first_word_pkey: PRIMARY KEY (reply_id)
constraint earshot.first_word first_word_reply_id_fkey: FOREIGN KEY (reply_id) REFERENCES earshot.reply(id) ON DELETE CASCADE
constraint earshot.first_word first_word_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.forgotten forgotten_pkey: PRIMARY KEY (workspace_id, trace)
constraint earshot.forgotten forgotten_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.happening happening_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.happening happening_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE CASCADE
constraint earshot.happening happening_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.happening happening_pkey: PRIMARY KEY (id)
constraint earshot.happening happening_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.happening happening_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.heard_count heard_count_minutes_check: CHECK ((minutes = ANY (ARRAY[5, 60])))
constraint earshot.heard_count heard_count_pkey: PRIMARY KEY (workspace_id, about, minutes, begins)
constraint earshot.heard_count heard_count_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.hook_delivery hook_delivery_check: CHECK (((body IS NULL) OR (refused IS NOT NULL)))
constraint earshot.hook_delivery hook_delivery_hook_id_fkey: FOREIGN KEY (hook_id) REFERENCES earshot.hook(id) ON DELETE CASCADE
constraint earshot.hook_delivery hook_delivery_pkey: PRIMARY KEY (hook_id, message_id)
constraint earshot.hook_delivery hook_delivery_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.hook_secret hook_secret_hook_id_fkey: FOREIGN KEY (hook_id) REFERENCES earshot.hook(id) ON DELETE CASCADE
constraint earshot.hook_secret hook_secret_pkey: PRIMARY KEY (id)
constraint earshot.hook_secret hook_secret_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.hook hook_made_by_fkey: FOREIGN KEY (made_by) REFERENCES earshot.teammate(id)
constraint earshot.hook hook_name_check: CHECK ((name <> ''::text))
constraint earshot.hook hook_pkey: PRIMARY KEY (id)
constraint earshot.hook hook_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.identity_link identity_link_identity_id_fkey: FOREIGN KEY (identity_id) REFERENCES earshot.identity(id) ON DELETE CASCADE
constraint earshot.identity_link identity_link_pkey: PRIMARY KEY (identity_id, link_key)
constraint earshot.identity_link identity_link_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.identity identity_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.identity identity_pkey: PRIMARY KEY (id)
constraint earshot.identity identity_workspace_id_channel_external_id_key: UNIQUE (workspace_id, channel, external_id)
constraint earshot.introduction_side introduction_side_asked_by_fkey: FOREIGN KEY (asked_by) REFERENCES earshot.teammate(id)
constraint earshot.introduction_side introduction_side_check: CHECK ((((said IS NULL) = (said_at IS NULL)) AND ((said IS NULL) = (said_by IS NULL))))
constraint earshot.introduction_side introduction_side_introduction_id_fkey: FOREIGN KEY (introduction_id) REFERENCES earshot.introduction(id) ON DELETE CASCADE
constraint earshot.introduction_side introduction_side_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.introduction_side introduction_side_pkey: PRIMARY KEY (introduction_id, person_id)
constraint earshot.introduction_side introduction_side_said_by_fkey: FOREIGN KEY (said_by) REFERENCES earshot.teammate(id)
constraint earshot.introduction_side introduction_side_said_check: CHECK ((said = ANY (ARRAY['yes'::text, 'no'::text, 'never'::text])))
constraint earshot.introduction_side introduction_side_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.introduction introduction_begun_by_fkey: FOREIGN KEY (begun_by) REFERENCES earshot.teammate(id)
constraint earshot.introduction introduction_check: CHECK ((one_id < other_id))
constraint earshot.introduction introduction_check1: CHECK (((written_at IS NULL) = (written_by IS NULL)))
constraint earshot.introduction introduction_dismissed_check: CHECK ((NOT (dismissed AND (written_at IS NOT NULL))))
constraint earshot.introduction introduction_one_id_fkey: FOREIGN KEY (one_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.introduction introduction_one_id_other_id_key: UNIQUE (one_id, other_id)
constraint earshot.introduction introduction_other_id_fkey: FOREIGN KEY (other_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.introduction introduction_pkey: PRIMARY KEY (id)
constraint earshot.introduction introduction_why_check: CHECK ((why = ANY (ARRAY['same-question'::text, 'solved'::text, 'interest'::text, 'trade'::text, 'place'::text])))
constraint earshot.introduction introduction_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.introduction introduction_written_by_fkey: FOREIGN KEY (written_by) REFERENCES earshot.teammate(id)
constraint earshot.invitation invitation_hash_key: UNIQUE (hash)
constraint earshot.invitation invitation_invited_by_fkey: FOREIGN KEY (invited_by) REFERENCES earshot.teammate(id)
constraint earshot.invitation invitation_pkey: PRIMARY KEY (id)
constraint earshot.invitation invitation_role_check: CHECK ((role = ANY (ARRAY['admin'::text, 'teammate'::text, 'guest'::text])))
constraint earshot.invitation invitation_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.judgement judgement_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.judgement judgement_listener_id_fkey: FOREIGN KEY (listener_id) REFERENCES earshot.listener(id) ON DELETE CASCADE
constraint earshot.judgement judgement_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.judgement judgement_pkey: PRIMARY KEY (listener_id, message_id)
constraint earshot.judgement judgement_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.learned learned_pkey: PRIMARY KEY (workspace_id)
constraint earshot.learned learned_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.listener listener_created_by_fkey: FOREIGN KEY (created_by) REFERENCES earshot.teammate(id)
constraint earshot.listener listener_name_check: CHECK ((name <> ''::text))
constraint earshot.listener listener_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE SET NULL
constraint earshot.listener listener_pkey: PRIMARY KEY (id)
constraint earshot.listener listener_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.listener listener_workspace_id_name_key: UNIQUE (workspace_id, name)
constraint earshot.message message_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE CASCADE
constraint earshot.message message_identity_id_fkey: FOREIGN KEY (identity_id) REFERENCES earshot.identity(id)
constraint earshot.message message_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id)
constraint earshot.message message_pkey: PRIMARY KEY (id)
constraint earshot.message message_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.message message_said_once: UNIQUE (workspace_id, room_id, external_id, source)
constraint earshot.moment_refusal moment_refusal_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.moment_refusal moment_refusal_check: CHECK ((num_nonnulls(message_id, reply_id) = 1))
constraint earshot.moment_refusal moment_refusal_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.moment_refusal moment_refusal_message_id_key: UNIQUE (message_id)
constraint earshot.moment_refusal moment_refusal_reply_id_fkey: FOREIGN KEY (reply_id) REFERENCES earshot.reply(id) ON DELETE CASCADE
constraint earshot.moment_refusal moment_refusal_reply_id_key: UNIQUE (reply_id)
constraint earshot.moment_refusal moment_refusal_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.moment moment_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.moment moment_check: CHECK (((due_day IS NULL) OR (kind = 'promise'::text)))
constraint earshot.moment moment_check1: CHECK (((settled IS NULL) OR (kind = 'promise'::text)))
constraint earshot.moment moment_check2: CHECK ((((settled IS NULL) = (settled_by IS NULL)) AND ((settled IS NULL) = (settled_at IS NULL))))
constraint earshot.moment moment_check3: CHECK (((reply_id IS NULL) OR ((kind = 'promise'::text) AND (message_id IS NULL))))
constraint earshot.moment moment_kind_check: CHECK ((kind = ANY (ARRAY['hiccup'::text, 'celebration'::text, 'loss'::text, 'order'::text, 'preference'::text, 'interest'::text, 'promise'::text])))
constraint earshot.moment moment_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE SET NULL
constraint earshot.moment moment_only_for_fkey: FOREIGN KEY (only_for) REFERENCES earshot.teammate(id)
constraint earshot.moment moment_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.moment moment_pkey: PRIMARY KEY (id)
constraint earshot.moment moment_reply_id_fkey: FOREIGN KEY (reply_id) REFERENCES earshot.reply(id) ON DELETE CASCADE
constraint earshot.moment moment_sensitivity_check: CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'private'::text, 'tender'::text])))
constraint earshot.moment moment_settled_by_fkey: FOREIGN KEY (settled_by) REFERENCES earshot.teammate(id)
constraint earshot.moment moment_settled_check: CHECK ((settled = ANY (ARRAY['kept'::text, 'broken'::text])))
constraint earshot.moment moment_text_check: CHECK ((text <> ''::text))
constraint earshot.moment moment_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.not_the_same not_the_same_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.not_the_same not_the_same_check: CHECK ((one_id < other_id))
constraint earshot.not_the_same not_the_same_one_id_fkey: FOREIGN KEY (one_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.not_the_same not_the_same_other_id_fkey: FOREIGN KEY (other_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.not_the_same not_the_same_pkey: PRIMARY KEY (one_id, other_id)
constraint earshot.not_the_same not_the_same_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.note note_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.note note_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE CASCADE
constraint earshot.note note_pkey: PRIMARY KEY (id)
constraint earshot.note note_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.objective objective_check: CHECK ((target <> baseline))
constraint earshot.objective objective_check1: CHECK (((unit_value_cents IS NULL) = (currency IS NULL)))
constraint earshot.objective objective_check2: CHECK (((let_go_at IS NULL) = (let_go_by IS NULL)))
constraint earshot.objective objective_currency_check: CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint earshot.objective objective_kind_check: CHECK ((kind = ANY (ARRAY['reputation'::text, 'sales'::text, 'service'::text, 'values'::text, 'learning'::text, 'people'::text])))
constraint earshot.objective objective_let_go_by_fkey: FOREIGN KEY (let_go_by) REFERENCES earshot.teammate(id)
constraint earshot.objective objective_measure_check: CHECK ((measure = ANY (ARRAY['answered-in-time'::text, 'won-back'::text, 'orders'::text, 'meetings'::text, 'sign-ups'::text, 'unasked'::text, 'voice'::text, 'satisfaction'::text, 'told'::text])))
constraint earshot.objective objective_owner_id_fkey: FOREIGN KEY (owner_id) REFERENCES earshot.teammate(id)
constraint earshot.objective objective_pkey: PRIMARY KEY (id)
constraint earshot.objective objective_result_check: CHECK ((result <> ''::text))
constraint earshot.objective objective_unit_value_cents_check: CHECK ((unit_value_cents >= 0))
constraint earshot.objective objective_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.order_clock order_clock_ask_check: CHECK (((ask >= 0) AND (ask <= 365)))
constraint earshot.order_clock order_clock_listen_check: CHECK (((listen >= 0) AND (listen <= 365)))
constraint earshot.order_clock order_clock_pkey: PRIMARY KEY (workspace_id)
constraint earshot.order_clock order_clock_thank_check: CHECK (((thank >= 0) AND (thank <= 365)))
constraint earshot.order_clock order_clock_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.order_step order_step_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.order_step order_step_check: CHECK (((said = 'later'::text) = (until_day IS NOT NULL)))
constraint earshot.order_step order_step_order_id_fkey: FOREIGN KEY (order_id) REFERENCES earshot.customer_order(id) ON DELETE CASCADE
constraint earshot.order_step order_step_pkey: PRIMARY KEY (order_id, step)
constraint earshot.order_step order_step_said_check: CHECK ((said = ANY (ARRAY['done'::text, 'left'::text, 'later'::text])))
constraint earshot.order_step order_step_step_check: CHECK ((step = ANY (ARRAY['thank'::text, 'ask'::text, 'listen'::text])))
constraint earshot.order_step order_step_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.outbox outbox_check: CHECK (((state = 'sending'::text) = (worker IS NOT NULL)))
constraint earshot.outbox outbox_check1: CHECK (((state = 'sending'::text) = (leased_until IS NOT NULL)))
constraint earshot.outbox outbox_pkey: PRIMARY KEY (reply_id)
constraint earshot.outbox outbox_reply_id_fkey: FOREIGN KEY (reply_id) REFERENCES earshot.reply(id) ON DELETE CASCADE
constraint earshot.outbox outbox_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.outbox outbox_state_check: CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text])))
constraint earshot.outbox outbox_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.outcome_touch outcome_touch_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.outcome_touch outcome_touch_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE SET NULL
constraint earshot.outcome_touch outcome_touch_outcome_id_fkey: FOREIGN KEY (outcome_id) REFERENCES earshot.outcome(id) ON DELETE CASCADE
constraint earshot.outcome_touch outcome_touch_pkey: PRIMARY KEY (outcome_id, n)
constraint earshot.outcome outcome_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.outcome outcome_check: CHECK ((((disputed_at IS NULL) = (disputed_by IS NULL)) AND ((disputed_at IS NULL) = (disputed_why IS NULL))))
constraint earshot.outcome outcome_check1: CHECK (((withdrawn_at IS NOT NULL) OR (withdrawn_by IS NULL)))
constraint earshot.outcome outcome_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE SET NULL
constraint earshot.outcome outcome_currency_check: CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint earshot.outcome outcome_disputed_by_fkey: FOREIGN KEY (disputed_by) REFERENCES earshot.teammate(id)
constraint earshot.outcome outcome_key_check: CHECK ((key <> ''::text))
constraint earshot.outcome outcome_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE CASCADE
constraint earshot.outcome outcome_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE SET NULL
constraint earshot.outcome outcome_pkey: PRIMARY KEY (id)
constraint earshot.outcome outcome_source_check: CHECK ((source = ANY (ARRAY['closing'::text, 'api'::text, 'webhook'::text, 'csv'::text, 'link'::text, 'code'::text, 'hand'::text, 'order'::text])))
constraint earshot.outcome outcome_value_cents_check: CHECK (((value_cents >= 0) AND (value_cents <= '100000000000'::bigint)))
constraint earshot.outcome outcome_what_check: CHECK ((what <> ''::text))
constraint earshot.outcome outcome_withdrawn_by_fkey: FOREIGN KEY (withdrawn_by) REFERENCES earshot.teammate(id)
constraint earshot.outcome outcome_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.overruling overruling_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.overruling overruling_pkey: PRIMARY KEY (reply_id, warning, about)
constraint earshot.overruling overruling_reply_id_fkey: FOREIGN KEY (reply_id) REFERENCES earshot.reply(id) ON DELETE CASCADE
constraint earshot.overruling overruling_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.overruling overruling_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.passing_on passing_on_kind_check: CHECK ((kind = ANY (ARRAY['repost'::text, 'quote'::text, 'link'::text])))
constraint earshot.passing_on passing_on_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.passing_on passing_on_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.passing_on passing_on_pkey: PRIMARY KEY (workspace_id, room_id, target, source, external_id)
constraint earshot.passing_on passing_on_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.passing_on passing_on_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.person_join person_join_absorbed_id_fkey: FOREIGN KEY (absorbed_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.person_join person_join_apart_by_fkey: FOREIGN KEY (apart_by) REFERENCES earshot.teammate(id)
constraint earshot.person_join person_join_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.person_join person_join_check: CHECK ((kept_id <> absorbed_id))
constraint earshot.person_join person_join_kept_id_fkey: FOREIGN KEY (kept_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.person_join person_join_pkey: PRIMARY KEY (id)
constraint earshot.person_join person_join_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.person person_check: CHECK ((joined_to <> id))
constraint earshot.person person_joined_to_fkey: FOREIGN KEY (joined_to) REFERENCES earshot.person(id) ON DELETE SET NULL
constraint earshot.person person_kind_check: CHECK ((kind = ANY (ARRAY['human'::text, 'staff'::text, 'bot'::text, 'feed'::text])))
constraint earshot.person person_pkey: PRIMARY KEY (id)
constraint earshot.person person_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.push push_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.push push_pkey: PRIMARY KEY (id)
constraint earshot.push push_question_id_fkey: FOREIGN KEY (question_id) REFERENCES earshot.question(id) ON DELETE CASCADE
constraint earshot.push push_receiver_id_fkey: FOREIGN KEY (receiver_id) REFERENCES earshot.receiver(id) ON DELETE CASCADE
constraint earshot.push push_state_check: CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'refused'::text])))
constraint earshot.push push_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.question question_brief_let_go_by_fkey: FOREIGN KEY (brief_let_go_by) REFERENCES earshot.teammate(id)
constraint earshot.question question_check: CHECK ((((published_url IS NULL) = (published_on IS NULL)) AND ((published_url IS NULL) = (published_by IS NULL))))
constraint earshot.question question_check1: CHECK (((brief_let_go_at IS NULL) = (brief_let_go_by IS NULL)))
constraint earshot.question question_joined_by_fkey: FOREIGN KEY (joined_by) REFERENCES earshot.teammate(id)
constraint earshot.question question_joined_into_fkey: FOREIGN KEY (joined_into) REFERENCES earshot.question(id) ON DELETE SET NULL
constraint earshot.question question_name_check: CHECK ((name <> ''::text))
constraint earshot.question question_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE SET NULL
constraint earshot.question question_pkey: PRIMARY KEY (id)
constraint earshot.question question_published_by_fkey: FOREIGN KEY (published_by) REFERENCES earshot.teammate(id)
constraint earshot.question question_root_fkey: FOREIGN KEY (root) REFERENCES earshot.question(id) ON DELETE CASCADE
constraint earshot.question question_split_by_fkey: FOREIGN KEY (split_by) REFERENCES earshot.teammate(id)
constraint earshot.question question_split_from_fkey: FOREIGN KEY (split_from) REFERENCES earshot.question(id) ON DELETE SET NULL
constraint earshot.question question_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.receiver receiver_made_by_fkey: FOREIGN KEY (made_by) REFERENCES earshot.teammate(id)
constraint earshot.receiver receiver_name_check: CHECK ((name <> ''::text))
constraint earshot.receiver receiver_pkey: PRIMARY KEY (id)
constraint earshot.receiver receiver_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.reply reply_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.reply reply_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE CASCADE
constraint earshot.reply reply_in_reply_to_fkey: FOREIGN KEY (in_reply_to) REFERENCES earshot.message(id) ON DELETE SET NULL
constraint earshot.reply reply_pkey: PRIMARY KEY (id)
constraint earshot.reply reply_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.retention retention_days_check: CHECK (((days >= 1) AND (days <= 3650)))
constraint earshot.retention retention_pkey: PRIMARY KEY (workspace_id, what)
constraint earshot.retention retention_what_check: CHECK ((what = ANY (ARRAY['hiccup'::text, 'celebration'::text, 'loss'::text, 'order'::text, 'preference'::text, 'interest'::text, 'promise'::text, 'noted'::text])))
constraint earshot.retention retention_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.return_cell return_cell_by_check: CHECK ((by = ANY (ARRAY['all'::text, 'objective'::text, 'room'::text, 'question'::text, 'month'::text])))
constraint earshot.return_cell return_cell_check: CHECK (((month IS NULL) = (by <> ALL (ARRAY['all'::text, 'month'::text]))))
constraint earshot.return_cell return_cell_workspace_id_by_month_objective_id_room_id_ques_key: UNIQUE NULLS NOT DISTINCT (workspace_id, by, month, objective_id, room_id, question_id, currency)
constraint earshot.return_cell return_cell_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.return_change return_change_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.room room_bowed_out_by_fkey: FOREIGN KEY (bowed_out_by) REFERENCES earshot.teammate(id)
constraint earshot.room room_check: CHECK (((bowed_out_at IS NULL) = (bowed_out_by IS NULL)))
constraint earshot.room room_created_by_fkey: FOREIGN KEY (created_by) REFERENCES earshot.teammate(id)
constraint earshot.room room_name_check: CHECK ((name <> ''::text))
constraint earshot.room room_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE SET NULL
constraint earshot.room room_paused_by_fkey: FOREIGN KEY (paused_by) REFERENCES earshot.teammate(id)
constraint earshot.room room_pkey: PRIMARY KEY (id)
constraint earshot.room room_workspace_id_channel_address_key: UNIQUE (workspace_id, channel, address)
constraint earshot.room room_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.rung rung_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.rung rung_check: CHECK (((lifted_at IS NULL) = (lifted_by IS NULL)))
constraint earshot.rung rung_lifted_by_fkey: FOREIGN KEY (lifted_by) REFERENCES earshot.teammate(id)
constraint earshot.rung rung_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.rung rung_pkey: PRIMARY KEY (id)
constraint earshot.rung rung_reason_check: CHECK ((reason <> ''::text))
constraint earshot.rung rung_rung_check: CHECK ((rung = ANY (ARRAY['watch'::text, 'word'::text, 'place'::text, 'hide'::text, 'pause'::text, 'block'::text])))
constraint earshot.rung rung_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.storm_message storm_message_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.storm_message storm_message_pkey: PRIMARY KEY (storm_id, message_id)
constraint earshot.storm_message storm_message_storm_id_fkey: FOREIGN KEY (storm_id) REFERENCES earshot.storm(id) ON DELETE CASCADE
constraint earshot.storm_message storm_message_why_check: CHECK ((why = ANY (ARRAY['first'::text, 'typical'::text, 'passed-on'::text, 'angriest'::text])))
constraint earshot.storm_message storm_message_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.storm_step storm_step_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.storm_step storm_step_kind_check: CHECK ((kind = ANY (ARRAY['warned'::text, 'joined'::text, 'taken'::text, 'left'::text, 'worded'::text, 'over'::text, 'noted'::text])))
constraint earshot.storm_step storm_step_pkey: PRIMARY KEY (id)
constraint earshot.storm_step storm_step_storm_id_fkey: FOREIGN KEY (storm_id) REFERENCES earshot.storm(id) ON DELETE CASCADE
constraint earshot.storm_step storm_step_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.storm storm_about_check: CHECK ((cardinality(about) > 0))
constraint earshot.storm storm_check: CHECK (((kind = 'backfire'::text) = (message_id IS NOT NULL)))
constraint earshot.storm storm_kind_check: CHECK ((kind = ANY (ARRAY['loud'::text, 'angry'::text, 'backfire'::text])))
constraint earshot.storm storm_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.storm storm_on_duty_fkey: FOREIGN KEY (on_duty) REFERENCES earshot.teammate(id)
constraint earshot.storm storm_pkey: PRIMARY KEY (id)
constraint earshot.storm storm_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.teammate teammate_name_check: CHECK ((name <> ''::text))
constraint earshot.teammate teammate_pkey: PRIMARY KEY (id)
constraint earshot.teammate teammate_role_check: CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'teammate'::text, 'guest'::text])))
constraint earshot.teammate teammate_user_id_fkey: FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
constraint earshot.teammate teammate_week_in_check: CHECK ((week_in = ANY (ARRAY['en'::text, 'de'::text])))
constraint earshot.teammate teammate_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.teammate teammate_workspace_id_user_id_key: UNIQUE (workspace_id, user_id)
constraint earshot.tie tie_closeness_check: CHECK ((closeness = ANY (ARRAY['friend'::text, 'regular'::text, 'acquaintance'::text])))
constraint earshot.tie tie_every_days_check: CHECK (((every_days >= 1) AND (every_days <= 730)))
constraint earshot.tie tie_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.tie tie_pkey: PRIMARY KEY (teammate_id, person_id)
constraint earshot.tie tie_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id)
constraint earshot.tie tie_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.token token_hash_key: UNIQUE (hash)
constraint earshot.token token_pkey: PRIMARY KEY (id)
constraint earshot.token token_scopes_check: CHECK (((scopes <@ ARRAY['read'::text, 'write'::text, 'admin'::text]) AND (scopes <> '{}'::text[])))
constraint earshot.token token_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id) ON DELETE CASCADE
constraint earshot.token token_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.told_number told_number_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.told_number told_number_objective_id_fkey: FOREIGN KEY (objective_id) REFERENCES earshot.objective(id) ON DELETE CASCADE
constraint earshot.told_number told_number_pkey: PRIMARY KEY (objective_id, at)
constraint earshot.told_number told_number_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.upshot upshot_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.upshot upshot_check: CHECK (((said = 'later'::text) = (ask_on IS NOT NULL)))
constraint earshot.upshot upshot_check1: CHECK (((said = 'something'::text) OR (outcome_id IS NULL)))
constraint earshot.upshot upshot_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE CASCADE
constraint earshot.upshot upshot_outcome_id_fkey: FOREIGN KEY (outcome_id) REFERENCES earshot.outcome(id) ON DELETE SET NULL
constraint earshot.upshot upshot_pkey: PRIMARY KEY (conversation_id)
constraint earshot.upshot upshot_said_check: CHECK ((said = ANY (ARRAY['something'::text, 'nothing'::text, 'later'::text])))
constraint earshot.verdict verdict_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.verdict verdict_check: CHECK (((content IS NULL) = (said_at IS NULL)))
constraint earshot.verdict verdict_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE CASCADE
constraint earshot.verdict verdict_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.verdict verdict_pkey: PRIMARY KEY (id)
constraint earshot.verdict verdict_reply_id_fkey: FOREIGN KEY (reply_id) REFERENCES earshot.reply(id) ON DELETE SET NULL
constraint earshot.verdict verdict_reply_id_key: UNIQUE (reply_id)
constraint earshot.verdict verdict_word_key: UNIQUE (word)
constraint earshot.verdict verdict_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.voice_day voice_day_listener_id_fkey: FOREIGN KEY (listener_id) REFERENCES earshot.listener(id) ON DELETE CASCADE
constraint earshot.voice_day voice_day_pkey: PRIMARY KEY (workspace_id, listener_id, day, room_id, topic, tone)
constraint earshot.voice_day voice_day_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.voice_message voice_message_listener_id_fkey: FOREIGN KEY (listener_id) REFERENCES earshot.listener(id) ON DELETE CASCADE
constraint earshot.voice_message voice_message_message_id_fkey: FOREIGN KEY (message_id) REFERENCES earshot.message(id) ON DELETE CASCADE
constraint earshot.voice_message voice_message_pkey: PRIMARY KEY (listener_id, at, message_id)
constraint earshot.voice_message voice_message_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.waited_band waited_band_pkey: PRIMARY KEY (workspace_id, day, room_id, intent, band)
constraint earshot.waited_band waited_band_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.waited_band waited_band_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.waited_day waited_day_room_id_fkey: FOREIGN KEY (room_id) REFERENCES earshot.room(id) ON DELETE CASCADE
constraint earshot.waited_day waited_day_workspace_id_day_room_id_intent_key: UNIQUE NULLS NOT DISTINCT (workspace_id, day, room_id, intent)
constraint earshot.waited_day waited_day_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.week_mail week_mail_pkey: PRIMARY KEY (teammate_id, monday)
constraint earshot.week_mail week_mail_state_check: CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'refused'::text])))
constraint earshot.week_mail week_mail_teammate_id_fkey: FOREIGN KEY (teammate_id) REFERENCES earshot.teammate(id) ON DELETE CASCADE
constraint earshot.week_mail week_mail_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.wooing_step wooing_step_by_fkey: FOREIGN KEY (by) REFERENCES earshot.teammate(id)
constraint earshot.wooing_step wooing_step_pkey: PRIMARY KEY (wooing_id, step)
constraint earshot.wooing_step wooing_step_step_check: CHECK ((step = ANY (ARRAY['acknowledged'::text, 'put-right'::text, 'followed-up'::text, 'won-back'::text, 'lost'::text, 'unneeded'::text])))
constraint earshot.wooing_step wooing_step_wooing_id_fkey: FOREIGN KEY (wooing_id) REFERENCES earshot.wooing(id) ON DELETE CASCADE
constraint earshot.wooing_step wooing_step_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.wooing wooing_cause_check: CHECK ((cause = ANY (ARRAY['sinking'::text, 'waiting'::text, 'let-down'::text])))
constraint earshot.wooing wooing_conversation_id_fkey: FOREIGN KEY (conversation_id) REFERENCES earshot.conversation(id) ON DELETE SET NULL
constraint earshot.wooing wooing_person_id_fkey: FOREIGN KEY (person_id) REFERENCES earshot.person(id) ON DELETE CASCADE
constraint earshot.wooing wooing_pkey: PRIMARY KEY (id)
constraint earshot.wooing wooing_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES earshot.workspace(id) ON DELETE CASCADE
constraint earshot.workspace workspace_name_check: CHECK ((name <> ''::text))
constraint earshot.workspace workspace_pkey: PRIMARY KEY (id)
index      CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId")
index      CREATE UNIQUE INDEX "rateLimit_key_key" ON auth."rateLimit" USING btree (key)
index      CREATE UNIQUE INDEX "rateLimit_pkey" ON auth."rateLimit" USING btree (id)
index      CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId")
index      CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id)
index      CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id)
index      CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token)
index      CREATE UNIQUE INDEX setup_link_pkey ON auth.setup_link USING btree (hash)
index      CREATE UNIQUE INDEX user_email_key ON auth."user" USING btree (email)
index      CREATE UNIQUE INDEX user_pkey ON auth."user" USING btree (id)
index      CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
index      CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id)
index      CREATE INDEX answer_of_workspace ON earshot.answer USING btree (workspace_id)
index      CREATE UNIQUE INDEX answer_pkey ON earshot.answer USING btree (id)
index      CREATE UNIQUE INDEX answer_question_id_version_key ON earshot.answer USING btree (question_id, version)
index      CREATE UNIQUE INDEX answered_request_pkey ON earshot.answered_request USING btree (workspace_id, teammate_id, key)
index      CREATE INDEX asking_answered ON earshot.asking USING btree (workspace_id, at) INCLUDE (answered_at, room_id)
index      CREATE INDEX asking_due ON earshot.asking USING btree (workspace_id, at) WHERE (question_id IS NULL)
index      CREATE INDEX asking_in_conversation ON earshot.asking USING btree (conversation_id, at DESC)
index      CREATE INDEX asking_of_person ON earshot.asking USING btree (person_id, at)
index      CREATE INDEX asking_of_question ON earshot.asking USING btree (question_id, at DESC) WHERE (question_id IS NOT NULL)
index      CREATE UNIQUE INDEX asking_pkey ON earshot.asking USING btree (message_id)
index      CREATE INDEX asking_settled ON earshot.asking USING btree (workspace_id, LEAST(answered_at, due_at)) INCLUDE (answered_at, due_at, promised, room_id)
index      CREATE INDEX asking_to_reckon ON earshot.asking USING btree (workspace_id, at) WHERE ((due_at IS NULL) OR ((answered_at IS NOT NULL) AND (open_minutes IS NULL)))
index      CREATE INDEX asking_unanswered ON earshot.asking USING btree (conversation_id, at) WHERE (answered_at IS NULL)
index      CREATE UNIQUE INDEX care_clock_pkey ON earshot.care_clock USING btree (teammate_id)
index      CREATE INDEX care_in_conversation ON earshot.care USING btree (conversation_id) WHERE (conversation_id IS NOT NULL)
index      CREATE INDEX care_newest ON earshot.care USING btree (workspace_id, day DESC, id DESC)
index      CREATE UNIQUE INDEX care_pkey ON earshot.care USING btree (id)
index      CREATE UNIQUE INDEX care_price_pkey ON earshot.care_price USING btree (workspace_id)
index      CREATE UNIQUE INDEX care_teammate_id_conversation_id_day_key ON earshot.care USING btree (teammate_id, conversation_id, day)
index      CREATE UNIQUE INDEX charter_pkey ON earshot.charter USING btree (room_id)
index      CREATE INDEX charter_workspace_id_idx ON earshot.charter USING btree (workspace_id)
index      CREATE INDEX code_conversation_id_idx ON earshot.code USING btree (conversation_id) WHERE (conversation_id IS NOT NULL)
index      CREATE UNIQUE INDEX code_link ON earshot.code USING btree (word) WHERE (target IS NOT NULL)
index      CREATE INDEX code_person_id_idx ON earshot.code USING btree (person_id) WHERE (person_id IS NOT NULL)
index      CREATE UNIQUE INDEX code_pkey ON earshot.code USING btree (id)
index      CREATE UNIQUE INDEX code_word ON earshot.code USING btree (workspace_id, upper(word))
index      CREATE INDEX conversation_in_room ON earshot.conversation USING btree (workspace_id, room_id, state, (
CASE
    WHEN (waiting_since IS NULL) THEN 'infinity'::timestamp with time zone
    ELSE waiting_since
END), id)
index      CREATE INDEX conversation_in_trouble ON earshot.conversation USING btree (workspace_id, room_id) WHERE (trouble IS NOT NULL)
index      CREATE INDEX conversation_longest_wait ON earshot.conversation USING btree (workspace_id, state, (
CASE
    WHEN (waiting_since IS NULL) THEN 'infinity'::timestamp with time zone
    ELSE waiting_since
END), id)
index      CREATE INDEX conversation_newest ON earshot.conversation USING btree (workspace_id, state, last_at DESC, id DESC)
index      CREATE INDEX conversation_newest_in_room ON earshot.conversation USING btree (workspace_id, room_id, last_at DESC, id DESC) INCLUDE (messages)
index      CREATE INDEX conversation_newest_of_all ON earshot.conversation USING btree (workspace_id, last_at DESC, id DESC)
index      CREATE INDEX conversation_of_assignee ON earshot.conversation USING btree (workspace_id, assignee_id, state) WHERE (assignee_id IS NOT NULL)
index      CREATE INDEX conversation_of_person ON earshot.conversation USING btree (person_id, last_at DESC)
index      CREATE UNIQUE INDEX conversation_pkey ON earshot.conversation USING btree (id)
index      CREATE INDEX conversation_waking ON earshot.conversation USING btree (snoozed_until) WHERE (state = 'snoozed'::text)
index      CREATE UNIQUE INDEX conversation_workspace_id_room_id_thread_key_key ON earshot.conversation USING btree (workspace_id, room_id, thread_key)
index      CREATE INDEX correction_of_workspace ON earshot.correction USING btree (workspace_id, at)
index      CREATE UNIQUE INDEX correction_pkey ON earshot.correction USING btree (message_id)
index      CREATE UNIQUE INDEX customer_order_pkey ON earshot.customer_order USING btree (id)
index      CREATE UNIQUE INDEX customer_order_workspace_id_number_key ON earshot.customer_order USING btree (workspace_id, number)
index      CREATE UNIQUE INDEX deed_once_said ON earshot.deed USING btree (message_id) WHERE (message_id IS NOT NULL)
index      CREATE UNIQUE INDEX deed_once_won ON earshot.deed USING btree (wooing_id) WHERE (wooing_id IS NOT NULL)
index      CREATE INDEX deed_person_id_idx ON earshot.deed USING btree (person_id)
index      CREATE UNIQUE INDEX deed_pkey ON earshot.deed USING btree (id)
index      CREATE INDEX deed_workspace_id_at_idx ON earshot.deed USING btree (workspace_id, at DESC) WHERE confirmed
index      CREATE UNIQUE INDEX duty_pkey ON earshot.duty USING btree (workspace_id, weekday)
index      CREATE INDEX duty_teammate_id_idx ON earshot.duty USING btree (teammate_id)
index      CREATE INDEX first_word_objective_id_idx ON earshot.first_word USING btree (objective_id) WHERE (objective_id IS NOT NULL)
index      CREATE INDEX first_word_person_id_idx ON earshot.first_word USING btree (person_id) WHERE (person_id IS NOT NULL)
index      CREATE UNIQUE INDEX first_word_pkey ON earshot.first_word USING btree (reply_id)
index      CREATE INDEX first_word_workspace_id_at_idx ON earshot.first_word USING btree (workspace_id, at DESC)
index      CREATE UNIQUE INDEX forgotten_pkey ON earshot.forgotten USING btree (workspace_id, trace)
index      CREATE INDEX happening_conversation_id_id_idx ON earshot.happening USING btree (conversation_id, id) WHERE (conversation_id IS NOT NULL)
index      CREATE INDEX happening_ended ON earshot.happening USING btree (workspace_id, at) INCLUDE (kind, conversation_id) WHERE (kind = ANY (ARRAY['closed'::text, 'reopened'::text]))
index      CREATE UNIQUE INDEX happening_pkey ON earshot.happening USING btree (id)
index      CREATE INDEX happening_to_person ON earshot.happening USING btree (person_id, id) WHERE (person_id IS NOT NULL)
index      CREATE INDEX happening_workspace_id_id_idx ON earshot.happening USING btree (workspace_id, id)
index      CREATE INDEX heard_count_newest ON earshot.heard_count USING btree (workspace_id, minutes, begins)
index      CREATE UNIQUE INDEX heard_count_pkey ON earshot.heard_count USING btree (workspace_id, about, minutes, begins)
index      CREATE UNIQUE INDEX hook_delivery_pkey ON earshot.hook_delivery USING btree (hook_id, message_id)
index      CREATE INDEX hook_delivery_workspace_id_at_idx ON earshot.hook_delivery USING btree (workspace_id, at)
index      CREATE UNIQUE INDEX hook_pkey ON earshot.hook USING btree (id)
index      CREATE INDEX hook_secret_hook_id_idx ON earshot.hook_secret USING btree (hook_id)
index      CREATE UNIQUE INDEX hook_secret_pkey ON earshot.hook_secret USING btree (id)
index      CREATE INDEX hook_workspace_id_idx ON earshot.hook USING btree (workspace_id)
index      CREATE INDEX identity_by_handle ON earshot.identity USING btree (workspace_id, handle_key) WHERE (handle_key IS NOT NULL)
index      CREATE INDEX identity_by_link ON earshot.identity USING btree (workspace_id, link_key) WHERE (link_key IS NOT NULL)
index      CREATE INDEX identity_by_mail ON earshot.identity USING btree (workspace_id, mail_key) WHERE (mail_key IS NOT NULL)
index      CREATE UNIQUE INDEX identity_link_pkey ON earshot.identity_link USING btree (identity_id, link_key)
index      CREATE INDEX identity_linking ON earshot.identity_link USING btree (workspace_id, link_key)
index      CREATE INDEX identity_person_id_idx ON earshot.identity USING btree (person_id)
index      CREATE UNIQUE INDEX identity_pkey ON earshot.identity USING btree (id)
index      CREATE UNIQUE INDEX identity_workspace_id_channel_external_id_key ON earshot.identity USING btree (workspace_id, channel, external_id)
index      CREATE UNIQUE INDEX introduction_one_id_other_id_key ON earshot.introduction USING btree (one_id, other_id)
index      CREATE INDEX introduction_other_id_idx ON earshot.introduction USING btree (other_id)
index      CREATE UNIQUE INDEX introduction_pkey ON earshot.introduction USING btree (id)
index      CREATE INDEX introduction_side_person_id_idx ON earshot.introduction_side USING btree (person_id)
index      CREATE UNIQUE INDEX introduction_side_pkey ON earshot.introduction_side USING btree (introduction_id, person_id)
index      CREATE INDEX introduction_workspace_id_begun_at_idx ON earshot.introduction USING btree (workspace_id, begun_at DESC)
index      CREATE UNIQUE INDEX invitation_hash_key ON earshot.invitation USING btree (hash)
index      CREATE UNIQUE INDEX invitation_pkey ON earshot.invitation USING btree (id)
index      CREATE INDEX judgement_newest ON earshot.judgement USING btree (listener_id, at DESC, message_id)
index      CREATE INDEX judgement_of_message ON earshot.judgement USING btree (message_id)
index      CREATE UNIQUE INDEX judgement_pkey ON earshot.judgement USING btree (listener_id, message_id)
index      CREATE UNIQUE INDEX learned_pkey ON earshot.learned USING btree (workspace_id)
index      CREATE INDEX listener_objective_id_idx ON earshot.listener USING btree (objective_id) WHERE (objective_id IS NOT NULL)
index      CREATE UNIQUE INDEX listener_pkey ON earshot.listener USING btree (id)
index      CREATE UNIQUE INDEX listener_workspace_id_name_key ON earshot.listener USING btree (workspace_id, name)
index      CREATE INDEX message_in_thread ON earshot.message USING btree (conversation_id, at, id)
index      CREATE INDEX message_newest ON earshot.message USING btree (workspace_id, at DESC, id DESC)
index      CREATE INDEX message_not_understood ON earshot.message USING btree (workspace_id, id) WHERE ((mood IS NULL) AND (NOT us) AND (deleted_at IS NULL))
index      CREATE INDEX message_of_identity ON earshot.message USING btree (identity_id)
index      CREATE INDEX message_of_ours_by_url ON earshot.message USING btree (workspace_id, md5(url)) WHERE (us AND (url IS NOT NULL))
index      CREATE INDEX message_of_person ON earshot.message USING btree (person_id, at DESC)
index      CREATE UNIQUE INDEX message_pkey ON earshot.message USING btree (id)
index      CREATE UNIQUE INDEX message_said_once ON earshot.message USING btree (workspace_id, room_id, external_id, source)
index      CREATE INDEX message_words ON earshot.message USING gin (search)
index      CREATE INDEX moment_message_id_idx ON earshot.moment USING btree (message_id) WHERE (message_id IS NOT NULL)
index      CREATE INDEX moment_of_kind ON earshot.moment USING btree (workspace_id, kind, on_day DESC)
index      CREATE INDEX moment_person_id_on_day_idx ON earshot.moment USING btree (person_id, on_day DESC)
index      CREATE UNIQUE INDEX moment_pkey ON earshot.moment USING btree (id)
index      CREATE INDEX moment_promised ON earshot.moment USING btree (workspace_id, by, due_day) WHERE ((kind = 'promise'::text) AND (settled IS NULL))
index      CREATE UNIQUE INDEX moment_refusal_message_id_key ON earshot.moment_refusal USING btree (message_id)
index      CREATE UNIQUE INDEX moment_refusal_reply_id_key ON earshot.moment_refusal USING btree (reply_id)
index      CREATE INDEX moment_refusal_workspace_id_idx ON earshot.moment_refusal USING btree (workspace_id)
index      CREATE INDEX moment_reply_id_idx ON earshot.moment USING btree (reply_id) WHERE (reply_id IS NOT NULL)
index      CREATE INDEX not_the_same_other_id_idx ON earshot.not_the_same USING btree (other_id)
index      CREATE UNIQUE INDEX not_the_same_pkey ON earshot.not_the_same USING btree (one_id, other_id)
index      CREATE INDEX note_conversation_id_at_idx ON earshot.note USING btree (conversation_id, at)
index      CREATE UNIQUE INDEX note_pkey ON earshot.note USING btree (id)
index      CREATE UNIQUE INDEX objective_pkey ON earshot.objective USING btree (id)
index      CREATE INDEX objective_workspace_id_created_at_idx ON earshot.objective USING btree (workspace_id, created_at)
index      CREATE UNIQUE INDEX order_clock_pkey ON earshot.order_clock USING btree (workspace_id)
index      CREATE INDEX order_newest ON earshot.customer_order USING btree (workspace_id, placed_at DESC)
index      CREATE INDEX order_of_person ON earshot.customer_order USING btree (person_id, placed_at DESC) WHERE (person_id IS NOT NULL)
index      CREATE UNIQUE INDEX order_step_pkey ON earshot.order_step USING btree (order_id, step)
index      CREATE INDEX order_waiting_by_mail ON earshot.customer_order USING btree (workspace_id, buyer_mail) WHERE (person_id IS NULL)
index      CREATE INDEX order_waiting_by_name ON earshot.customer_order USING btree (workspace_id, buyer_channel, buyer_handle) WHERE (person_id IS NULL)
index      CREATE INDEX outbox_leaving ON earshot.outbox USING btree (leaves_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]))
index      CREATE UNIQUE INDEX outbox_pkey ON earshot.outbox USING btree (reply_id)
index      CREATE INDEX outbox_unsaid ON earshot.outbox USING btree (workspace_id, room_id) WHERE (state = ANY (ARRAY['refused'::text, 'unknown'::text]))
index      CREATE INDEX outcome_in_conversation ON earshot.outcome USING btree (conversation_id) WHERE (conversation_id IS NOT NULL)
index      CREATE INDEX outcome_newest ON earshot.outcome USING btree (workspace_id, at DESC, id DESC)
index      CREATE INDEX outcome_of_objective ON earshot.outcome USING btree (objective_id, at DESC, id DESC)
index      CREATE INDEX outcome_of_person ON earshot.outcome USING btree (person_id) WHERE (person_id IS NOT NULL)
index      CREATE UNIQUE INDEX outcome_once ON earshot.outcome USING btree (workspace_id, key) WHERE (key IS NOT NULL)
index      CREATE UNIQUE INDEX outcome_pkey ON earshot.outcome USING btree (id)
index      CREATE INDEX outcome_touch_in_conversation ON earshot.outcome_touch USING btree (conversation_id) WHERE (conversation_id IS NOT NULL)
index      CREATE INDEX outcome_touch_in_room ON earshot.outcome_touch USING btree (workspace_id, room_id)
index      CREATE INDEX outcome_touch_of_question ON earshot.outcome_touch USING btree (workspace_id, question_id) WHERE (question_id IS NOT NULL)
index      CREATE UNIQUE INDEX outcome_touch_pkey ON earshot.outcome_touch USING btree (outcome_id, n)
index      CREATE UNIQUE INDEX overruling_pkey ON earshot.overruling USING btree (reply_id, warning, about)
index      CREATE INDEX overruling_room_id_warning_about_idx ON earshot.overruling USING btree (room_id, warning, about)
index      CREATE INDEX passing_on_by_id ON earshot.passing_on USING btree (room_id, external_id)
index      CREATE INDEX passing_on_message_id_idx ON earshot.passing_on USING btree (message_id) WHERE (message_id IS NOT NULL)
index      CREATE INDEX passing_on_person_id_idx ON earshot.passing_on USING btree (person_id)
index      CREATE UNIQUE INDEX passing_on_pkey ON earshot.passing_on USING btree (workspace_id, room_id, target, source, external_id)
index      CREATE UNIQUE INDEX person_absorbed_once ON earshot.person_join USING btree (absorbed_id) WHERE (apart_at IS NULL)
index      CREATE INDEX person_apart ON earshot.person USING btree (workspace_id) WHERE (kind <> 'human'::text)
index      CREATE INDEX person_join_kept ON earshot.person_join USING btree (kept_id)
index      CREATE UNIQUE INDEX person_join_pkey ON earshot.person_join USING btree (id)
index      CREATE INDEX person_joined ON earshot.person USING btree (joined_to) WHERE (joined_to IS NOT NULL)
index      CREATE INDEX person_named ON earshot.person USING btree (workspace_id, name_key)
index      CREATE INDEX person_of_head ON earshot.person USING btree (head_id)
index      CREATE UNIQUE INDEX person_pkey ON earshot.person USING btree (id)
index      CREATE INDEX person_workspace_id_idx ON earshot.person USING btree (workspace_id)
index      CREATE INDEX push_due ON earshot.push USING btree (due_at) WHERE (state = 'queued'::text)
index      CREATE INDEX push_of_question ON earshot.push USING btree (question_id, at DESC)
index      CREATE INDEX push_of_receiver ON earshot.push USING btree (receiver_id, at DESC)
index      CREATE UNIQUE INDEX push_pkey ON earshot.push USING btree (id)
index      CREATE INDEX question_joined ON earshot.question USING btree (joined_into) WHERE (joined_into IS NOT NULL)
index      CREATE INDEX question_last_asked ON earshot.question USING btree (workspace_id, last_at) WHERE (root = id)
index      CREATE INDEX question_most_asked ON earshot.question USING btree (workspace_id, asked DESC, id) WHERE ((root = id) AND (asked > 0))
index      CREATE INDEX question_objective_id_idx ON earshot.question USING btree (objective_id) WHERE (objective_id IS NOT NULL)
index      CREATE INDEX question_parts ON earshot.question USING btree (root)
index      CREATE UNIQUE INDEX question_pkey ON earshot.question USING btree (id)
index      CREATE INDEX question_split ON earshot.question USING btree (split_from) WHERE (split_from IS NOT NULL)
index      CREATE INDEX question_version ON earshot.question USING btree (workspace_id, version)
index      CREATE UNIQUE INDEX receiver_pkey ON earshot.receiver USING btree (id)
index      CREATE INDEX receiver_workspace_id_idx ON earshot.receiver USING btree (workspace_id)
index      CREATE INDEX reply_conversation_id_at_idx ON earshot.reply USING btree (conversation_id, at)
index      CREATE INDEX reply_in_reply_to_idx ON earshot.reply USING btree (in_reply_to) WHERE (in_reply_to IS NOT NULL)
index      CREATE UNIQUE INDEX reply_pkey ON earshot.reply USING btree (id)
index      CREATE UNIQUE INDEX retention_pkey ON earshot.retention USING btree (workspace_id, what)
index      CREATE UNIQUE INDEX return_cell_workspace_id_by_month_objective_id_room_id_ques_key ON earshot.return_cell USING btree (workspace_id, by, month, objective_id, room_id, question_id, currency) NULLS NOT DISTINCT
index      CREATE INDEX return_change_workspace_id_idx ON earshot.return_change USING btree (workspace_id)
index      CREATE INDEX room_objective_id_idx ON earshot.room USING btree (objective_id) WHERE (objective_id IS NOT NULL)
index      CREATE UNIQUE INDEX room_pkey ON earshot.room USING btree (id)
index      CREATE UNIQUE INDEX room_workspace_id_channel_address_key ON earshot.room USING btree (workspace_id, channel, address)
index      CREATE INDEX rung_person_id_at_idx ON earshot.rung USING btree (person_id, at DESC)
index      CREATE UNIQUE INDEX rung_pkey ON earshot.rung USING btree (id)
index      CREATE INDEX rung_workspace_id_until_day_idx ON earshot.rung USING btree (workspace_id, until_day) WHERE (lifted_at IS NULL)
index      CREATE INDEX storm_message_id_idx ON earshot.storm USING btree (message_id) WHERE (message_id IS NOT NULL)
index      CREATE INDEX storm_message_message_id_idx ON earshot.storm_message USING btree (message_id)
index      CREATE UNIQUE INDEX storm_message_pkey ON earshot.storm_message USING btree (storm_id, message_id)
index      CREATE UNIQUE INDEX storm_once ON earshot.storm USING btree (workspace_id, (about[1])) WHERE (over_at IS NULL)
index      CREATE UNIQUE INDEX storm_pkey ON earshot.storm USING btree (id)
index      CREATE UNIQUE INDEX storm_step_pkey ON earshot.storm_step USING btree (id)
index      CREATE INDEX storm_step_storm_id_id_idx ON earshot.storm_step USING btree (storm_id, id)
index      CREATE INDEX storm_workspace_id_warned_at_idx ON earshot.storm USING btree (workspace_id, warned_at DESC)
index      CREATE UNIQUE INDEX teammate_pkey ON earshot.teammate USING btree (id)
index      CREATE INDEX teammate_user_id_idx ON earshot.teammate USING btree (user_id)
index      CREATE UNIQUE INDEX teammate_workspace_id_user_id_key ON earshot.teammate USING btree (workspace_id, user_id)
index      CREATE INDEX tie_person_id_idx ON earshot.tie USING btree (person_id)
index      CREATE UNIQUE INDEX tie_pkey ON earshot.tie USING btree (teammate_id, person_id)
index      CREATE INDEX tie_workspace_id_teammate_id_idx ON earshot.tie USING btree (workspace_id, teammate_id)
index      CREATE UNIQUE INDEX token_hash_key ON earshot.token USING btree (hash)
index      CREATE UNIQUE INDEX token_pkey ON earshot.token USING btree (id)
index      CREATE UNIQUE INDEX told_number_pkey ON earshot.told_number USING btree (objective_id, at)
index      CREATE INDEX upshot_due ON earshot.upshot USING btree (workspace_id, ask_on) WHERE (said = 'later'::text)
index      CREATE INDEX upshot_outcome_id_idx ON earshot.upshot USING btree (outcome_id) WHERE (outcome_id IS NOT NULL)
index      CREATE UNIQUE INDEX upshot_pkey ON earshot.upshot USING btree (conversation_id)
index      CREATE INDEX verdict_conversation_id_idx ON earshot.verdict USING btree (conversation_id)
index      CREATE INDEX verdict_person_id_idx ON earshot.verdict USING btree (person_id)
index      CREATE UNIQUE INDEX verdict_pkey ON earshot.verdict USING btree (id)
index      CREATE UNIQUE INDEX verdict_reply_id_key ON earshot.verdict USING btree (reply_id)
index      CREATE INDEX verdict_said ON earshot.verdict USING btree (workspace_id, said_at DESC) WHERE (said_at IS NOT NULL)
index      CREATE UNIQUE INDEX verdict_word_key ON earshot.verdict USING btree (word)
index      CREATE UNIQUE INDEX voice_day_pkey ON earshot.voice_day USING btree (workspace_id, listener_id, day, room_id, topic, tone)
index      CREATE INDEX voice_message_message_id_idx ON earshot.voice_message USING btree (message_id)
index      CREATE UNIQUE INDEX voice_message_pkey ON earshot.voice_message USING btree (listener_id, at, message_id)
index      CREATE UNIQUE INDEX waited_band_pkey ON earshot.waited_band USING btree (workspace_id, day, room_id, intent, band)
index      CREATE INDEX waited_band_room_id_idx ON earshot.waited_band USING btree (room_id)
index      CREATE INDEX waited_day_room_id_idx ON earshot.waited_day USING btree (room_id)
index      CREATE UNIQUE INDEX waited_day_workspace_id_day_room_id_intent_key ON earshot.waited_day USING btree (workspace_id, day, room_id, intent) NULLS NOT DISTINCT
index      CREATE INDEX waited_due_workspace_id_day_idx ON earshot.waited_due USING btree (workspace_id, day)
index      CREATE UNIQUE INDEX week_mail_pkey ON earshot.week_mail USING btree (teammate_id, monday)
index      CREATE INDEX week_mail_workspace_id_idx ON earshot.week_mail USING btree (workspace_id)
index      CREATE INDEX wooing_conversation_id_idx ON earshot.wooing USING btree (conversation_id) WHERE (conversation_id IS NOT NULL)
index      CREATE INDEX wooing_ended ON earshot.wooing USING btree (workspace_id, ended_at DESC) WHERE (ended_at IS NOT NULL)
index      CREATE INDEX wooing_newest ON earshot.wooing USING btree (workspace_id, spotted_at DESC)
index      CREATE INDEX wooing_of_person ON earshot.wooing USING btree (person_id, ended_at)
index      CREATE UNIQUE INDEX wooing_open ON earshot.wooing USING btree (person_id) WHERE (ended_at IS NULL)
index      CREATE UNIQUE INDEX wooing_pkey ON earshot.wooing USING btree (id)
index      CREATE UNIQUE INDEX wooing_step_pkey ON earshot.wooing_step USING btree (wooing_id, step)
index      CREATE INDEX wooing_won_back ON earshot.wooing_step USING btree (workspace_id, at) WHERE (step = 'won-back'::text)
index      CREATE UNIQUE INDEX workspace_pkey ON earshot.workspace USING btree (id)
policy     earshot.answer in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.answered_request in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.asking in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.care in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.care_clock in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.care_price in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.charter in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.code in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.conversation in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.correction in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.customer_order in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.deed in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.duty in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.first_word in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.forgotten in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.happening in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.heard_count in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.hook in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.hook_delivery in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.hook_secret in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.identity in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.identity_link in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.introduction in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.introduction_side in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.invitation in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.judgement in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.learned in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.listener in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.message in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.moment in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.moment_refusal in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.not_the_same in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.note in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.objective in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.order_clock in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.order_step in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.outbox in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.outcome in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.outcome_touch in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.overruling in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.passing_on in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.person in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.person_join in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.push in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.question in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.receiver in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.reply in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.retention in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.return_cell in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.return_change in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.room in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.rung in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.storm in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.storm_message in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.storm_step in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.teammate in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.tie in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.token in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.told_number in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.upshot in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.verdict in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.voice_day in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.voice_message in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.waited_band in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.waited_day in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.waited_due in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.week_mail in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.wooing in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.wooing_step in_workspace: (workspace_id = ( SELECT earshot.this_workspace() AS this_workspace))
policy     earshot.workspace in_workspace: (id = ( SELECT earshot.this_workspace() AS this_workspace))
function   earshot.an_owner_exists() as its owner: 5eab28aaa1c62b19e76f37e1b1514f7c
function   earshot.askings_changed(): 7be8506b6f5f866f0f830ac150c3ae96
function   earshot.askings_due(integer) as its owner: b08faf7ae0ec3e951ca6b8d68263de5a
function   earshot.askings_rewritten(): 071c1451610609416cf922040fd5ab99
function   earshot.askings_to_reckon(integer) as its owner: e923a7d8142b388656ff5a2410abefe9
function   earshot.conversations_waking(timestamp with time zone,integer) as its owner: 1998c3a88386faa969c4ff001a7ef236
function   earshot.count_voices(): 3dc398be5c9001925948ce445fcd4c3f
function   earshot.ends_changed(): ecde256e5e5c4298373f8aed367c68f3
function   earshot.invitation_by_hash(bytea) as its owner: 89432168c3eaebf228cd04ac67dc327f
function   earshot.kind_changed(): 1868c83fa8c58745236e8c6c77ab553e
function   earshot.link_coded(text) as its owner: 9c4fd0093cb92ea21d5aab18cb22e23b
function   earshot.messages_not_understood(integer) as its owner: 8718037dddcbc8e3dfab4c7008eb557e
function   earshot.messages_with(tsquery,timestamp with time zone,uuid,integer,timestamp with time zone,uuid[]) as its owner: 09a110159b3929bbbd952aab765cbe0e
function   earshot.pushes_due(timestamp with time zone,integer) as its owner: 91f2f6c2d67149b94f8b8c05263a0ae0
function   earshot.replies_leaving(timestamp with time zone,integer) as its owner: 0c246e989db9b971378a49ec3176ca3c
function   earshot.return_changed() as its owner: 67b897d67c5493f9928edbb949b93363
function   earshot.rooms_to_hear() as its owner: 8c63f2d6c420c5ca5ae52dc2c7ad1924
function   earshot.this_workspace(): 9525166a406bd5dfd64d978810a0b4ed
function   earshot.token_by_hash(bytea) as its owner: 92ea88e1e4202cd7dfaabf0600ee6257
function   earshot.tone_of(real,text[]): eef60eb2df749372206e2f7e18ff206b
function   earshot.untagged(boolean,timestamp with time zone,text[]): 052a74d7b094631cdeac9ec632fb4c72
function   earshot.verdict_worded(text) as its owner: 5a31c010e0ab4cd9fffc4470e660ba46
function   earshot.waited_days_due(integer) as its owner: 6f5aad4d7e6fa843c7dec001de25d5f6
function   earshot.weeks_due(date,timestamp with time zone,integer) as its owner: 847e383f835d9cabdde7bb65919bc586
function   earshot.who_named(tsquery,integer) as its owner: 0724786d148dd66f9016c97a4be8e55d
function   earshot.workspace_of_hook(uuid) as its owner: ca97b5b17d42ed0b613f8817073d20fe
function   earshot.workspaces_named(text) as its owner: 4314c8f98d9a7653e084a773324796ec
function   earshot.workspaces_of_user(text) as its owner: 924fe0ab3fb9516be67553308642f46f
