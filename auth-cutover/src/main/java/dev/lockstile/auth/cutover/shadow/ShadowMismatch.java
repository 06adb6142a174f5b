package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that the legacy system and the target answer differently. For operators: it tells who has an account.
 *
 * @param by {@code password} or {@code code}
 * @param legacy what the legacy system answered
 * @param target what the target would have answered
 * @param name masked: the first character and the length
 * @param legacyId the key in the legacy system; null where it was not told
 * @param user the user of that name in the target; null for nobody
 * @param passwordFormat how the target stores the password; null where none was looked at
 * @param times how often it was seen
 * @param lastAt when it was seen last
 */
public record ShadowMismatch(
        String by,
        LegacyAnswer.Verdict legacy,
        TargetAnswer target,
        String name,
        @Nullable String legacyId,
        @Nullable UserId user,
        @Nullable String passwordFormat,
        long times,
        Instant lastAt) {

    ShadowMismatch again(Instant at) {
        return new ShadowMismatch(by, legacy, target, name, legacyId, user, passwordFormat, times + 1, at);
    }

    Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("by", by);
        all.put("legacy", legacy.code());
        all.put("target", target.code());
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
