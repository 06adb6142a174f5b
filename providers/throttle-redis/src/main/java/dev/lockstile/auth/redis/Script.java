package dev.lockstile.auth.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A script, sent by its digest and in full only to a server that does not know it. */
record Script(String text, String digest) {

    static Script of(RedisCommands<String, String> redis, String name) {
        String text = read("common.lua") + "\n" + read(name);
        return new Script(text, redis.digest(text));
    }

    List<String> run(RedisCommands<String, String> redis, List<String> keys, ScriptArguments words) {
        String[] all = keys.toArray(String[]::new);
        String[] values = words.toArray();
        try {
            return redis.evalsha(digest, ScriptOutputType.MULTI, all, values);
        } catch (RedisNoScriptException e) {
            return redis.eval(text, ScriptOutputType.MULTI, all, values);
        }
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
