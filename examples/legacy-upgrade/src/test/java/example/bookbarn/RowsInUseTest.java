package example.bookbarn;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.SchemaDifferences;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The members of release 1 sign in through the library's endpoints, before and after the way back and forth. */
final class RowsInUseTest {

    private final RecordingEmailSender mail = new RecordingEmailSender();

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void old_members_sign_in_and_their_old_columns_stay_as_they_were(Engine engine) {
        try (HikariDataSource pool = Stage.RELEASE_3.restore(engine)) {
            Bookbarn.schema(pool).migrate();
            try (EntityManagerFactory entities = Members.entities(pool)) {
                List<Map<String, String>> before = Members.oldRows(pool);
                ImportReport report = Members.takeOver(pool, entities);
                assertThat(report.people().in(State.CREATED)).isEqualTo(5);
                assertEverybodySignsInAsBefore(entities);
                assertThat(Members.oldRows(pool)).isEqualTo(before);
                assertThat(count(pool, "select count(*) as n from member_session"))
                        .isEqualTo("4");
                assertThat(count(pool, "select count(*) as n from member where password_hash like '$argon2id$%'"))
                        .as("better hashes, beside the old ones")
                        .isEqualTo("2");
                assertThat(Members.takeOver(pool, entities).people().in(State.CREATED))
                        .as("taken over already")
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void who_was_signed_in_when_the_dump_was_made_is_there(Engine engine) {
        try (HikariDataSource pool = Stage.IN_USE.restore(engine)) {
            Bookbarn.schema(pool).migrate();
            assertThat(count(pool, "select count(*) as n from member_session")).isEqualTo("2");
            try (EntityManagerFactory entities = Members.entities(pool)) {
                assertEverybodySignsInAsBefore(entities);
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void back_to_release_1_and_forward_again(Engine engine) {
        try (HikariDataSource pool = Stage.IN_USE.restore(engine);
                HikariDataSource first = Stage.RELEASE_1.restore(engine);
                HikariDataSource fresh = engine.fresh()) {
            AuthSchema schema = Bookbarn.schema(pool);
            schema.migrate();
            schema.rollBackTo("release-1");
            assertThat(SchemaDifferences.between(schema, first).tables())
                    .as("the rule that an address is there is not brought back: a row without one may have come")
                    .singleElement()
                    .asString()
                    .startsWith("column member.email: here ")
                    .endsWith(" not null");
            assertThat(Members.oldRows(pool)).isEqualTo(Members.oldRows(first));
            schema.migrate();
            schema.on(fresh).migrate();
            assertThat(SchemaDifferences.between(schema, fresh).isEmpty())
                    .as(SchemaDifferences.between(schema, fresh).toString())
                    .isTrue();
            try (EntityManagerFactory entities = Members.entities(pool)) {
                Members.takeOver(pool, entities);
                assertEverybodySignsInAsBefore(entities);
            }
        }
    }

    private void assertEverybodySignsInAsBefore(EntityManagerFactory entities) {
        try (Shop shop = Shop.open(JpaAuthStore.of(entities), mail, Browser.settings())) {
            Browser browser = new Browser(shop.port());
            assertThat(browser.signIn(Members.ANA, Members.ANAS)).isEqualTo(200);
            assertThat(browser.signIn(Members.BERT, Members.BERTS))
                    .as("typed in another case than release 1 has it")
                    .isEqualTo(200);
            assertThat(browser.signIn(Members.ANA, Members.BERTS)).isEqualTo(401);
            assertThat(browser.signIn(Members.CARLA, Members.CARLAS))
                    .as("shut out in release 1")
                    .isEqualTo(401);
            assertThat(Codes.signIn(browser, mail, Members.DORA))
                    .as("a guest without a password")
                    .isEqualTo(200);
            assertThat(Codes.signIn(browser, mail, Members.ANA)).isEqualTo(200);
        }
    }

    private static String count(HikariDataSource pool, String sql) {
        return Sql.rows(pool, sql).get(0).get("n");
    }
}
