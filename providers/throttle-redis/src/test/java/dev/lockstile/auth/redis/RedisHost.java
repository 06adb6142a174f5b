package dev.lockstile.auth.redis;

import dev.lockstile.auth.AuthBuilder;
import io.lettuce.core.RedisURI;

/** A host whose counters lie in Redis. */
final class RedisHost {

    private RedisHost() {}

    static RedisCounters wire(AuthBuilder auth, String address) {
        // region: redis
        // address is redis://redis.example?timeout=1s, or redis-sentinel://a,b,c/0?timeout=1s#primary
        RedisCounters counters = RedisCounters.connect(RedisURI.create(address));
        auth.counters(counters); // close the counters after the Auth
        // end: redis
        return counters;
    }
}
