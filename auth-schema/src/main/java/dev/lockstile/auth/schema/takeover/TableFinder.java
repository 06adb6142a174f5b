package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which old table is which part, and asks where two could be. */
final class TableFinder {

    /** Said where nothing is found; the candidates that were passed over follow it. */
    static final String NO_USERS = "no table with a password is named like users: say --table user=NAME";

    /** Columns of hashes, as {@link NameWords#joined} has them. */
    private static final Set<String> PASSWORDS = Set.of(
            "password",
            "hashedpassword",
            "passwordhash",
            "encryptedpassword",
            "passwd",
            "userpass",
            "userpassword",
            "pwdhash");

    /** Tables of hashes that refer to the users, as Keycloak has one. */
    private static final Set<String> CREDENTIALS = Set.of("credential", "credentials", "user_credential");

    private final Shape shape;
    private final TakeoverOptions options;
    private final List<String> questions;

    TableFinder(Shape shape, TakeoverOptions options, List<String> questions) {
        this.shape = shape;
        this.options = options;
        this.questions = questions;
    }

    /** The table of a part, or null when there is none. {@code user} is the table of the users, null while that is asked. */
    @Nullable
    TableShape find(ModelPart part, @Nullable TableShape user) {
        String key = part.name().toLowerCase(Locale.ROOT);
        String said = options.tables().get(key);
        if (said != null) {
            return said.isEmpty() ? null : said(key, said);
        }
        List<TableShape> candidates = shape.tables().values().stream()
                .filter(table -> isNamed(table.name(), part))
                .filter(table -> part == ModelPart.USER ? keepsPasswords(table) : user != null && refersTo(table, user))
                .filter(table -> table.key().size() == 1)
                .toList();
        if (candidates.size() > 1) {
            questions.add("which table is the " + key + "? "
                    + candidates.stream().map(TableShape::name).toList() + ": say --table " + key + "="
                    + candidates.get(0).name());
        } else if (candidates.isEmpty() && part == ModelPart.USER) {
            questions.add(NO_USERS);
        }
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private @Nullable TableShape said(String key, String name) {
        TableShape table = shape.tables().get(name);
        if (table == null || table.key().size() != 1) {
            questions.add("--table " + key + "=" + name + ": no such table, or its key has not exactly one column");
            return null;
        }
        return table;
    }

    /** {@code app_user} and {@code fu_users} as well as {@code users}. */
    static boolean isNamed(String table, ModelPart part) {
        String words = NameWords.snake(table);
        return part.names().stream().anyMatch(name -> words.equals(name) || words.endsWith("_" + name));
    }

    /** In a column of its own, or in a table of credentials that refers to it. */
    private boolean keepsPasswords(TableShape table) {
        return hasPassword(table)
                || shape.tables().values().stream()
                        .filter(other -> CREDENTIALS.contains(NameWords.snake(other.name())))
                        .anyMatch(other -> refersTo(other, table));
    }

    static boolean hasPassword(TableShape table) {
        return table.columns().stream().map(ColumnShape::name).anyMatch(TableFinder::isPassword);
    }

    static boolean isPassword(String column) {
        return PASSWORDS.contains(NameWords.joined(column));
    }

    private static boolean refersTo(TableShape table, TableShape user) {
        return table.foreignKeys().stream().anyMatch(key -> key.target().equals(user.name()));
    }
}
