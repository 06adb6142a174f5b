-- A bucket is a hash: w the end of its window, t the permits taken, c until when it is closed; instants in microseconds
-- by the clock of the application. Redis forgets it by itself once it holds nothing. The rules are those of ThrottleBucket.

local at = 1

local function word()
  at = at + 1
  return ARGV[at - 1]
end

local function number()
  return tonumber(word())
end

local now = number()

-- In two parts: a plain tostring would round and write an exponent, and %d may have 32 bits.
local function text(whole)
  local millions = math.floor(whole / 1000000)
  local digits = string.format('%d%06d', millions, whole - millions * 1000000)
  return (string.gsub(digits, '^0+(%d)', '%1'))
end

local function steps()
  local all = {}
  for i = 1, number() do
    all[i] = {from = number(), pause = number()}
  end
  return all
end

local function permit(key)
  return {key = key, limit = number(), window = number(), sliding = word() == '1', steps = steps()}
end

local function closed_after(all, taken)
  local till = nil
  for _, step in ipairs(all) do
    if taken >= step.from then
      till = now + step.pause
    end
  end
  return till
end

local function load(key)
  if redis.call('EXISTS', key) == 0 then
    return nil
  end
  local cells = redis.call('HMGET', key, 'w', 't', 'c')
  return {w = tonumber(cells[1]), t = tonumber(cells[2]), c = tonumber(cells[3])}
end

local function save(key, bucket)
  redis.call('HSET', key, 'w', text(bucket.w), 't', tostring(bucket.t), 'c', text(bucket.c))
  local last = math.max(bucket.w, bucket.c)
  redis.call('PEXPIRE', key, text(math.floor((last - now) / 1000) + 1000))
end

local function has_room(wanted)
  local bucket = load(wanted.key)
  if wanted.limit <= 0 then
    return false
  end
  return bucket == nil or (now >= bucket.c and (now >= bucket.w or bucket.t < wanted.limit))
end

local function take(wanted)
  local bucket = load(wanted.key)
  local over = bucket == nil or now >= bucket.w
  local taken = over and 1 or bucket.t + 1
  local anew = over or wanted.sliding
  save(wanted.key, {
    w = anew and now + wanted.window or bucket.w,
    t = taken,
    c = closed_after(wanted.steps, taken) or (bucket and bucket.c or 0)})
end

local function opens_at(wanted)
  local bucket = load(wanted.key)
  if bucket == nil then
    return text(now + wanted.window)
  end
  local free = (now >= bucket.w or bucket.t < wanted.limit) and now or bucket.w
  return text(math.max(free, bucket.c))
end
