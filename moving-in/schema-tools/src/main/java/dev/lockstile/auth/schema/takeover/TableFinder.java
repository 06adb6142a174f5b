package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "passworddigest",
            "cryptedpassword",
            "passhash",
            "passwd",
            "userpass",
            "userpassword",
            "pwdhash");

    /** Columns by which people sign in, as {@link NameWords#snake} has them. */
    private static final Set<String> IDENTIFIERS = Stream.of("email", "phone", "username")
            .flatMap(attribute -> KnownColumn.of(ModelPart.USER, attribute, attribute).names().stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Tables of hashes that refer to the users, as Keycloak has one. */
    private static final Set<String> CREDENTIALS = Set.of("credential", "credentials", "user_credential");

    private final Shape shape;
    private final Set<String> parts;
    private final TakeoverOptions options;
    private final List<String> questions;

    /** {@code parts}: partitions of other tables, which are none by themselves. */
    TableFinder(Shape shape, Set<String> parts, TakeoverOptions options, List<String> questions) {
        this.shape = shape;
        this.parts = parts;
        this.options = options;
        this.questions = questions;
    }

    /**
     * The table of a part, or null when there is none. {@code user} is the table of the users, null while that is
     * asked.
     */
    @Nullable
    TableShape find(ModelPart part, @Nullable TableShape user) {
        String key = part.name().toLowerCase(Locale.ROOT);
        String said = options.tables().get(key);
        if (said != null) {
            return said.isEmpty() ? null : said(key, said);
        }
        List<TableShape> candidates = part == ModelPart.USER
                ? users()
                : shape.tables().values().stream()
                        .filter(table -> isNamed(table.name(), part))
                        .filter(table -> user != null && refersTo(table, user))
                        .filter(table -> table.key().size() == 1)
                        .toList();
        if (candidates.size() > 1 && part == ModelPart.USER) {
            questions.add("which table is the user? "
                    + candidates.stream().map(this::told).collect(Collectors.joining("; "))
                    + ": say --table user=NAME");
        } else if (candidates.size() > 1) {
            questions.add("which table is the " + key + "? "
                    + candidates.stream().map(TableShape::name).toList() + ": say --table " + key + "="
                    + candidates.get(0).name());
        } else if (candidates.isEmpty() && part == ModelPart.USER) {
            questions.add(NO_USERS);
        }
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /**
     * Where a table is named like users and keeps passwords: that one, others that keep names or addresses beside
     * passwords, and those that it only adds a password to.
     */
    private List<TableShape> users() {
        List<TableShape> single = shape.tables().values().stream()
                .filter(table -> table.key().size() == 1 && !parts.contains(table.name()))
                .toList();
        List<TableShape> named = single.stream()
                .filter(table -> isNamed(table.name(), ModelPart.USER))
                .toList();
        List<TableShape> first = named.stream().filter(this::keepsPasswords).toList();
        return single.stream()
                .filter(table -> first.contains(table)
                        || !first.isEmpty() && hasPassword(table) && hasIdentifier(table)
                        || named.contains(table)
                                && hasIdentifier(table)
                                && first.stream().anyMatch(one -> refersTo(one, table) || !hasIdentifier(one)))
                .toList();
    }

    private String told(TableShape table) {
        List<String> words = new ArrayList<>();
        words.add(isNamed(table.name(), ModelPart.USER) ? "named like users" : "not named like users");
        words.add(hasPassword(table) ? "with a password" : "without a password");
        words.add(hasIdentifier(table) ? "with an address or a name" : "without an address or a name");
        table.foreignKeys().stream()
                .map(key -> key.target())
                .distinct()
                .filter(target -> isNamed(target, ModelPart.USER))
                .forEach(target -> words.add("refers to " + target));
        return table.name() + " (" + String.join(", ", words) + ")";
    }

    private static boolean hasIdentifier(TableShape table) {
        return table.columns().stream()
                .map(column -> NameWords.snake(column.name()))
                .anyMatch(IDENTIFIERS::contains);
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
