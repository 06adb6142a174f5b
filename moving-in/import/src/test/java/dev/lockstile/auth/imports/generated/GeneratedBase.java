package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.generated.OldAccount.State;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * An old base made from a seed: twins, chains of twins, rows without a name, odd spellings, closed accounts, factors.
 *
 * @param seed makes the same base again
 * @param system whose base it is
 * @param accounts of the base
 * @param url of the database, or the path of the file
 */
record GeneratedBase(long seed, OldSystem system, List<OldAccount> accounts, String url) {

    private static final List<String> LOCAL_PARTS =
            List.of("ann", "Ann", "ben", "cleo", "dan", "DAN", "eve", "fred", "gus", "hal", "ida", "jon", "kim", "leo");
    private static final List<String> NAMES = List.of(
            "ann",
            "Ann",
            "ANN",
            "ben",
            "4711",
            "0015550100",
            "+15005550006",
            "cleo@acme.example",
            "dan",
            "Dan ",
            "eve",
            "fréd",
            "gus",
            "h a l",
            "ida",
            "jon",
            "kim",
            "leo",
            "mia",
            "null",
            "none");
    private static final List<String> PHONES = List.of(
            "+5215512345678",
            "+525512345678",
            "5512345678",
            "+12125550123",
            "+1 (212) 555-0123",
            "62812345678.0",
            "+5491123456789",
            "+541123456789",
            "1.25512E+11",
            "+12125550123 ext 4",
            "+442071838750",
            "0000000",
            "+442071838750/51",
            "");

    /** States that a system has no column for. */
    private static final Map<String, List<State>> NOT_KEPT = Map.of(
            "keycloak", List.of(State.DELETED, State.BLOCKED),
            "mongo-phone-otp", List.of(State.BLOCKED));

    static GeneratedBase of(long seed, Path folder) {
        Random random = new Random(seed * 7919 + 17);
        OldSystem system = OldSystems.ALL.get((int) Math.floorMod(seed, (long) OldSystems.ALL.size()));
        Spelling spelling = new Spelling(random);
        List<OldAccount> accounts = new ArrayList<>();
        int count = 6 + random.nextInt(8);
        for (int id = 1; id <= count; id++) {
            accounts.add(account(id, spelling, system));
        }
        List<OldAccount> all = unique(accounts, system);
        String url = system.form() == OldSystem.Form.DATABASE
                ? database(system, all, spelling)
                : file(system, all, spelling, folder.resolve(Long.toString(seed)));
        return new GeneratedBase(seed, system, all, url);
    }

    static OldAccount account(int id, Spelling spelling, OldSystem system) {
        Random random = spelling.random();
        String address = spelling.one(LOCAL_PARTS) + (random.nextInt(12) == 0 ? "" : "@acme.example");
        return new OldAccount(
                id,
                random.nextInt(10) == 0 ? null : random.nextInt(14) == 0 ? spelling.one(NAMES) : address,
                system.preset().equals("spring-security") || random.nextInt(10) > 0 ? spelling.one(NAMES) : null,
                random.nextInt(4) == 0 ? null : spelling.one(PHONES),
                random.nextInt(6) == 0 ? null : id,
                random.nextInt(2) == 0 ? State.OPEN : State.values()[random.nextInt(State.values().length)],
                random.nextBoolean(),
                random.nextInt(5) == 0,
                random.nextInt(5) == 0,
                Instant.parse("2021-05-05T05:05:05Z").plus(Duration.ofDays(random.nextInt(900))));
    }

    /** States that a system has no column for are open there; a key names one row. */
    static List<OldAccount> unique(List<OldAccount> accounts, OldSystem system) {
        boolean endsAreKept = List.of("authjs", "aspnet-identity").contains(system.preset());
        boolean byName = system.preset().equals("spring-security");
        List<State> none = NOT_KEPT.getOrDefault(system.preset(), List.of());
        List<OldAccount> all = new ArrayList<>();
        for (OldAccount account : accounts) {
            State state = account.state();
            boolean unknown =
                    (state == State.BLOCK_OVER || state == State.BLOCK_AHEAD) && !endsAreKept || none.contains(state);
            if (!byName
                    || all.stream()
                            .noneMatch(one -> one.username()
                                    .strip()
                                    .equals(account.username().strip()))) {
                all.add(unknown ? opened(account) : account);
            }
        }
        return all;
    }

    private static OldAccount opened(OldAccount a) {
        return new OldAccount(
                a.id(),
                a.email(),
                a.username(),
                a.phone(),
                a.word(),
                State.OPEN,
                a.proven(),
                a.superuser(),
                a.factor(),
                a.createdAt());
    }

    private static String file(OldSystem system, List<OldAccount> accounts, Spelling spelling, Path folder) {
        boolean csv = system.form() == OldSystem.Form.CSV;
        List<Map<String, String>> rows =
                accounts.stream().map(one -> system.row().apply(one, spelling)).toList();
        List<String> lines = new ArrayList<>();
        if (csv) {
            lines.add(String.join(",", rows.get(0).keySet()));
        }
        for (Map<String, String> row : rows) {
            lines.add(
                    csv
                            ? row.values().stream().map(GeneratedBase::quoted).collect(Collectors.joining(","))
                            : row.entrySet().stream()
                                    .map(cell -> '"' + cell.getKey() + "\":" + cell.getValue())
                                    .collect(Collectors.joining(",", "{", "}")));
        }
        Path file = folder.resolve(system.table() + (csv ? ".csv" : ".jsonl"));
        try {
            Files.createDirectories(folder);
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String database(OldSystem system, List<OldAccount> accounts, Spelling spelling) {
        String url = "jdbc:h2:mem:generated_" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        List<String> statements = new ArrayList<>();
        for (OldAccount account : accounts) {
            Map<String, String> row = system.row().apply(account, spelling);
            if (statements.isEmpty()) {
                statements.add(row.keySet().stream()
                        .map(name -> name
                                + (name.equals("id")
                                        ? system.preset().equals("keycloak")
                                                ? " varchar primary key"
                                                : " int primary key"
                                        : name.equals("created_timestamp") ? " bigint" : " varchar"))
                        .collect(Collectors.joining(", ", "create table " + system.table() + " (", ")")));
            }
            statements.add("insert into " + system.table() + " values ("
                    + row.values().stream().map(GeneratedBase::literal).collect(Collectors.joining(", ")) + ")");
        }
        statements.addAll(system.more().apply(accounts, spelling));
        Sql.execute(database, statements.toArray(String[]::new));
        return url;
    }

    static String literal(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? "null" : '\'' + cell.replace("'", "''") + '\'';
    }

    Source open() {
        return system.form() == OldSystem.Form.DATABASE
                ? JdbcSource.open(new SourceAccess(url, null, null))
                : Sources.file(Path.of(url));
    }

    /** Those of a run that imports the base. */
    ImportOptions options() {
        return system.preset().equals("keycloak") ? ImportOptions.defaults().withRealm("r1") : ImportOptions.defaults();
    }

    /** The key of an account there: Spring Security's users have no other than their names. */
    String key(OldAccount account) {
        return system.preset().equals("spring-security") ? String.valueOf(account.username()) : account.key();
    }

    @Override
    public String toString() {
        return system.preset() + ", seed " + seed;
    }
}
