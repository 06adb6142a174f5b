local count = number()
local wishes = {}
for i = 1, #KEYS do
  wishes[i] = place(KEYS[i])
end
for i = 1, count do
  if not has_room(wishes[i]) then
    return {'full', tostring(i - 1), opens_at(wishes[i])}
  end
end
for i = 1, count do
  take(wishes[i])
end
local guess = wishes[count + 1]
if guess and has_room(guess) then
  take(guess)
  return {'guess'}
end
return {'granted'}
