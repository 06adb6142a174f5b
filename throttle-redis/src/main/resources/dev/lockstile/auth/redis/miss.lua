local ladder = steps()
local guessed = load(KEYS[1])
if guessed and now < guessed.w then
  guessed.c = closed_after(ladder, guessed.t) or guessed.c
  save(KEYS[1], guessed)
end
local full = {}
for i = 2, #KEYS do
  local wish = place(KEYS[i])
  if has_room(wish) then
    take(wish)
  else
    full[#full + 1] = tostring(i - 2)
    full[#full + 1] = opens_at(wish)
  end
end
return full
