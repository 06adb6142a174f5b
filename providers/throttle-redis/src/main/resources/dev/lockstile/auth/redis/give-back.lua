local wanted = permit(KEYS[1])
local bucket = load(KEYS[1])
if bucket and bucket.t > 0 then
  local began = closed_after(wanted.steps, bucket.t) == bucket.c
  redis.call('HSET', KEYS[1], 't', tostring(bucket.t - 1), 'c', text(began and 0 or bucket.c))
end
return {}
