-- The first argument is the instant until which to close. What is left to live grows by as much as the last end moves.
local till = now
for i = 1, #KEYS do
  local bucket = load(KEYS[i])
  if bucket and bucket.c < till then
    local last = math.max(bucket.w, bucket.c)
    redis.call('HSET', KEYS[i], 'c', text(till))
    if till > last then
      redis.call('PEXPIRE', KEYS[i], text(redis.call('PTTL', KEYS[i]) + math.floor((till - last) / 1000)))
    end
  end
end
return {}
