package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.PasswordFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text of another format behind a prefix, which is taken off once. */
final class PrefixedFormat implements Format {

    private final String id;
    private final Pattern prefix;
    private final LegacyHashFormats table;

    PrefixedFormat(String id, String prefix, LegacyHashFormats table) {
        this.id = id;
        this.prefix = Pattern.compile(prefix);
        this.table = table;
    }

    @Override
    public String id() {
        return id;
    }

    /** The format of the text behind the prefix, or null. */
    @Nullable
    PasswordFormat inner(String body) {
        if (id.equals("ldap_crypt") && body.length() == 13) {
            return table.named("des_crypt");
        }
        return table.bySight(body).stream()
                .filter(format -> !(format instanceof PrefixedFormat))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String body(String stored) {
        Matcher matcher = prefix.matcher(stored);
        return matcher.lookingAt() ? stored.substring(matcher.end()) : null;
    }

    @Override
    public @Nullable Verifier parse(String stored) {
        String body = body(stored);
        if (body == null) {
            return null;
        }
        return inner(body) instanceof Format format ? format.parse(body) : null;
    }
}
