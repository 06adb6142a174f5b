package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom the two sides answer differently. For operators: it tells who has an account.
 *
 * @param by {@code password} or {@code code}
 * @param name masked: the first character and the length
 * @param legacyId the old key; null where it was not told
 * @param user who goes by the name here; null for nobody
 * @param passwordFormat how the password is stored here; null where none was looked at
 * @param times how often it was seen
 */
public record ShadowMismatch(
        String by,
        LegacyAnswer.Verdict old,
        TargetAnswer here,
        String name,
        @Nullable String legacyId,
        @Nullable UserId user,
        @Nullable String passwordFormat,
        long times,
        Instant lastAt) {

    ShadowMismatch again(Instant at) {
        return new ShadowMismatch(by, old, here, name, legacyId, user, passwordFormat, times + 1, at);
    }

    Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("by", by);
        all.put("old", old.code());
        all.put("here", here.code());
        all.put("name", name);
        putIfKnown(all, "legacy_id", legacyId);
        putIfKnown(all, "user", user);
        putIfKnown(all, "password_format", passwordFormat);
        all.put("times", times);
        all.put("last_at", lastAt);
        return all;
    }

    private static void putIfKnown(Map<String, Object> all, String key, @Nullable Object value) {
        if (value != null) {
            all.put(key, value.toString());
        }
    }
}
