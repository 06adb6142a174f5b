local count = number()
local permits = {}
for i = 1, #KEYS do
  permits[i] = permit(KEYS[i])
end
for i = 1, count do
  if not has_room(permits[i]) then
    return {'full', tostring(i - 1), opens_at(permits[i])}
  end
end
for i = 1, count do
  take(permits[i])
end
local attempt = permits[count + 1]
if attempt and has_room(attempt) then
  take(attempt)
  return {'attempt'}
end
return {'granted'}
