package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.CostlyRows;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JbAnswers;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.make.ChangelogSources;
import dev.lockstile.auth.schema.takeover.SchemaTakeover;
import dev.lockstile.auth.schema.takeover.TakeoverOptions;
import dev.lockstile.auth.schema.takeover.TakeoverPlan;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.test.ProposedEntities;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a real jb-drf-auth project taken over where they are, with all users in them. */
final class JbInPlaceTest {

    private final IdentifierRules rules = IdentifierRules.standard();
    private final PasswordHasher hasher = Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
            .hasher();

    @TempDir
    private Path root;

    @Test
    void everybody_signs_in_and_no_old_column_changes() {
        String url = LegacyDump.jbDrfAuth();
        try (HikariDataSource pool = pool(url)) {
            Map<String, String> columns = oldColumns(pool);
            String lastProfile = one(pool, "select max(id) as found from authentication_profile");
            Map<String, String> before = sums(pool, columns, lastProfile);
            List<Class<?>> entities = adopt(pool);
            try (EntityManagerFactory emf = open(pool, entities)) {
                new Importing(InPlaceStore.on(emf)).run(JdbcSource.open(new SourceAccess(url, null, null)));
                AuthStore store = JpaAuthStore.of(emf);
                assertThat(one(
                                pool,
                                "select count(*) as found from authentication_user where auth_is_superuser <>"
                                        + " is_superuser or auth_is_staff <> is_staff"))
                        .as("rights, as they were at the import")
                        .isEqualTo("0");
                assertEqual(store, url);
                assertFound(store, url, pool);
                List<Map<String, String>> people = Csv.read("/legacy/jb_drf_auth.credentials.csv");
                List<String> wrong = CostlyRows.once(people).stream()
                        .filter(row -> signsIn(store, row) != JbAnswers.signsIn(row))
                        .map(row -> row.get("id") + " " + row.get("hasher") + " " + row.get("why"))
                        .toList();
                assertThat(people).hasSize(304);
                assertThat(wrong).isEmpty();
                assertThat(sums(pool, columns, lastProfile)).isEqualTo(before);
                assertThat(one(pool, "select count(*) as found from authentication_profile where id > " + lastProfile))
                        .as("people without any profile have one now")
                        .isEqualTo("12");
                assertThat(new Importing(InPlaceStore.on(emf))
                                .run(JdbcSource.open(new SourceAccess(url, null, null)))
                                .people()
                                .in(dev.lockstile.auth.imports.report.State.CREATED))
                        .isZero();
            }
        }
    }

    private static void assertEqual(AuthStore store, String url) {
        List<VerifyReport.Difference> told = new ArrayList<>();
        VerifyReport found = verify(store, url, told);
        assertThat(told).isEmpty();
        assertThat(found.isClean()).as(found.missing().toString()).isTrue();
        assertThat(found.rows("users").in(VerifiedRows.EQUAL)).isGreaterThan(280);
        assertThat(found.rows("profiles").in(VerifiedRows.EQUAL)).isGreaterThan(400);
    }

    /** What only this library keeps is looked at where the rest is one table. */
    private static void assertFound(AuthStore store, String url, DataSource pool) {
        String one = one(
                pool,
                "select min(u.id) as found from authentication_user u join authentication_profile p on p.user_id = u.id"
                        + " where u.email_key is not null and u.email_verified_at is not null and p.is_default");
        String here = " where id = " + one;
        for (String change : List.of(
                "update authentication_user set email_key = 'x' || email_key" + here,
                "update authentication_user set email_verified_at = now()" + here)) {
            Sql.execute(
                    pool,
                    "create table kept_u as select id, email_key, email_verified_at from authentication_user",
                    change);
            List<VerifyReport.Difference> told = new ArrayList<>();
            assertThat(verify(store, url, told).isClean()).as(change).isFalse();
            assertThat(told).extracting(VerifyReport.Difference::legacyId).contains(one);
            Sql.execute(
                    pool,
                    "update authentication_user u set email_key = k.email_key, email_verified_at = k.email_verified_at"
                            + " from kept_u k where k.id = u.id",
                    "drop table kept_u");
        }
        String turn = "update authentication_profile set auth_is_default = not auth_is_default where user_id = " + one;
        Sql.execute(pool, turn);
        List<VerifyReport.Difference> told = new ArrayList<>();
        verify(store, url, told);
        assertThat(told)
                .extracting(VerifyReport.Difference::legacyId, VerifyReport.Difference::field)
                .contains(tuple(one, "default_profile"));
        Sql.execute(pool, turn);
        assertEqual(store, url);
    }

    private static VerifyReport verify(AuthStore store, String url, List<VerifyReport.Difference> told) {
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            return Verifying.verification(store).inPlace().run(source, JbDrfAuthPreset.discovering(), told::add);
        }
    }

    private List<Class<?>> adopt(HikariDataSource pool) {
        TakeoverPlan plan = SchemaTakeover.of(pool).plan(new TakeoverOptions("legacyapp", Map.of()));
        assertThat(plan.questions()).isEmpty();
        SchemaTakeover.write(plan, new ChangelogSources(root, "db/changelog.xml"));
        AuthSchema.builder(pool)
                .hostChangelog("db/changelog.xml")
                .build()
                .readingFirst(root)
                .migrate();
        return ProposedEntities.compile(plan.entities(), "legacyapp", root.resolve("classes"));
    }

    /**
     * As sign-in does: the owner of the name, the hash, then the sign-in noted and the hash replaced by a better one.
     */
    private boolean signsIn(AuthStore store, Map<String, String> row) {
        String login = row.get("email");
        Optional<StoredUser> user = Stream.of(rules.email(login), rules.phone(login), rules.username(login))
                .flatMap(Optional::stream)
                .map(name -> owner(store, name))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(found -> found.info().status().mayAct())
                .filter(found ->
                        found.info().identifiers().anyVerified() || found.info().isAdmitted());
        Secret hash = user.map(StoredUser::passwordHash).orElse(null);
        if (hash == null
                || !hasher.check(hash.reveal(), Secret.of(row.get("password"))).matches()) {
            return false;
        }
        UserId id = user.orElseThrow().info().id();
        return store.alone(tx -> tx.users().recordLogin(id, Importing.NOW)
                && tx.users().upgradePassword(id, hash, Secret.of("$argon2id$better")));
    }

    private static Optional<StoredUser> owner(AuthStore store, Identifier name) {
        return store.read(tx -> tx.users().byKey(name.kind(), name.key()));
    }

    /** The columns of every old table, as the old application knows them. */
    private static Map<String, String> oldColumns(DataSource pool) {
        Map<String, List<String>> columns = new TreeMap<>();
        Sql.rows(
                        pool,
                        "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                                + " order by 1, 2")
                .forEach(row -> columns.computeIfAbsent(row.get("table_name"), t -> new ArrayList<>())
                        .add(row.get("column_name")));
        return columns.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> String.join(", ", e.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static String one(DataSource pool, String sql) {
        return Sql.rows(pool, sql).get(0).get("found");
    }

    /** Over the old columns of the old rows. */
    private static Map<String, String> sums(DataSource pool, Map<String, String> columns, String lastProfile) {
        Map<String, String> sums = new TreeMap<>();
        columns.forEach((table, names) -> sums.put(
                table,
                Sql.rows(
                                pool,
                                "select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '') as sum"
                                        + " from (select row("
                                        + names + ")::text as r from " + table
                                        + (table.equals("authentication_profile") ? " where id <= " + lastProfile : "")
                                        + ") old")
                        .get(0)
                        .get("sum")));
        return sums;
    }

    private static EntityManagerFactory open(HikariDataSource pool, List<Class<?>> entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("adopted");
        entities.forEach(unit::managedClass);
        return unit.property(
                        "hibernate.classLoaders",
                        List.of(entities.get(0).getClassLoader(), JbInPlaceTest.class.getClassLoader()))
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.hbm2ddl.auto", "validate")
                .createEntityManagerFactory();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
