package example.bookbarn;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The members of release 1, and how later releases take them over. */
final class Members {

    static final String ANA = "ana@example.org";
    static final String ANAS = "paper-kite-17";
    static final String BERT = "bert@example.org";
    static final String BERTS = "Corner shelf 8";
    static final String CARLA = "carla@example.org";
    static final String CARLAS = "old-ladder-55";
    static final String DORA = "dora@example.org";

    private static final String INSERT = "insert into member (email, password, full_name, active, joined) values ";

    private Members() {}

    /** As release 1 wrote them: Bert's address as he typed it, Carla shut out, Dora a guest without a password. */
    static void insert(HikariDataSource pool) {
        Sql.execute(
                pool,
                INSERT
                        + "('ana@example.org', '$2a$04$.OC/.OC/.OC/.OC/.OC/.Ono74IXvRTQ0xw7MItRViLW9C50LES8e', 'Ana Luz',"
                        + " true, '2019-04-02 10:15:00')",
                INSERT + "('Bert@Example.org', '$2a$04$.eGA.eGA.eGA.eGA.eGA.etan2wJZ4QwKB57jRHnuEKKYG5CGApgq', 'Bert',"
                        + " true, '2020-01-09 18:40:00')",
                INSERT + "('carla@example.org', '$2a$04$.uKB.uKB.uKB.uKB.uKB.ueyYPE1zy3JORpmmyY3sutK1.7LdfaLq', 'Carla"
                        + " Mol', false, '2021-06-30 07:00:00')",
                INSERT + "('dora@example.org', null, 'Dora Vey', true, '2023-11-11 11:11:11')",
                "insert into book_order (member_id, title, ordered_at) select id, 'The Leopard', joined from member"
                        + " where password is not null");
    }

    /** All that release 1 knows of its rows. */
    static List<Map<String, String>> oldRows(HikariDataSource pool) {
        return Sql.rows(
                pool,
                "select m.id, m.email, m.password, m.full_name, m.active, m.joined, o.title, o.ordered_at from member m"
                        + " left join book_order o on o.member_id = m.id where m.joined < '2025-01-01"
                        + " 00:00:00' order by m.id");
    }

    /** Who owns which address, and the hashes, in the rows that are there. */
    static ImportReport takeOver(HikariDataSource pool, EntityManagerFactory entities) {
        ImportTarget target = new ImportTarget(
                InPlaceStore.on(entities),
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                Clock.systemUTC());
        SourceAccess same = new SourceAccess(pool.getJdbcUrl(), null, null);
        try (Source source = Sources.open(same)) {
            return new UserImport(target, ImportOptions.defaults()).run(source, Bookbarn.people(), entry -> {});
        }
    }

    /** Hibernate refuses tables that do not fit. */
    static EntityManagerFactory entities(HikariDataSource pool) {
        return Bookbarn.unit()
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.hbm2ddl.auto", "validate")
                .createEntityManagerFactory();
    }
}
