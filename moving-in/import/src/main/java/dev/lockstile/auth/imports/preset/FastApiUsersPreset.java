package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads an application on the library fastapi-users: its table {@code fu_users} beside the application's own
 * {@code users}, or the single consolidated {@code users} or {@code user}. Rows of both tables with the same e-mail are
 * one person, with the password and the active state of {@code fu_users}. Passwords were truncated at bcrypt's 72
 * bytes.
 */
public final class FastApiUsersPreset extends Preset {

    /** Creates the preset. */
    public FastApiUsersPreset() {}

    /** The name of this preset. */
    public static final String NAME = "fastapi-users";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        Realm.requireNone(reading.options().realm(), name());
        Map<String, String> names = source.tables().stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT), Function.identity(), (one, other) -> one));
        String fu = names.get("fu_users");
        String users = names.containsKey("users") ? names.get("users") : names.get("user");
        if (fu == null && users == null) {
            throw new SourceUnusableException("there is neither a table fu_users nor a table users or user in "
                    + source.description() + "; there are "
                    + names.values().stream().limit(20).toList());
        }
        List<String> sessions = names.containsKey("user_sessions") ? List.of(names.get("user_sessions")) : List.of();
        return new FastApiPersonSource(source, new FastApiPersonSource.Tables(fu, users, sessions), reading);
    }
}
