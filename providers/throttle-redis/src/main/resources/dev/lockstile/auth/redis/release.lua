local bucket = load(KEYS[1])
if bucket and bucket.t > 0 then
  redis.call('HSET', KEYS[1], 't', tostring(bucket.t - 1))
end
return {}
