package dev.lockstile.auth.redis;

import dev.lockstile.auth.AuthBuilder;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;

/** A host whose counters lie in Redis. */
final class RedisHost {

    private RedisHost() {}

    static RedisClient wire(AuthBuilder auth, RedisURI server) {
        // region: redis
        RedisClient client = RedisClient.create(server); // with a short timeout, since a flow waits for it
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        auth.counters(RedisCounters.on(client.connect()));
        // end: redis
        return client;
    }
}
