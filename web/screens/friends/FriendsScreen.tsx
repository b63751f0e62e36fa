export default function FriendsScreen() {
  return null
}
