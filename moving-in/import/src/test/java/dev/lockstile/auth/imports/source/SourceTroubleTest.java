package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that cannot be read. */
final class SourceTroubleTest {

    private final Importing importing = new Importing(new InMemoryAuthStore());

    @Test
    void missing_tables_are_named_with_those_that_are_there() {
        SmallLegacy old = new SmallLegacy();
        old.execute("alter table authentication_user rename to members");

        assertThatThrownBy(() -> importing.run(old.source()))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("authentication_user")
                .hasMessageContaining("members");
    }

    @Test
    void missing_columns_are_named() {
        SmallLegacy old = new SmallLegacy();
        old.execute("alter table authentication_user drop column is_verified");

        assertThatThrownBy(() -> importing.run(old.source()))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("[is_verified]");
    }

    @Test
    void tables_of_an_app_by_another_name_are_found() {
        SmallLegacy old = new SmallLegacy("accounts");

        assertThat(importing.run(old.source()).people().read()).isZero();
    }

    @Test
    void columns_of_the_host_are_named_in_the_report() {
        SmallLegacy old = new SmallLegacy();
        old.execute("alter table authentication_user add column stripe_customer_id varchar");

        assertThat(importing.run(old.source()).columnsNotCarried().values())
                .containsExactly(List.of("stripe_customer_id"));
    }

    @Test
    void a_refused_connection_is_told_without_the_password() {
        SourceAccess access = new SourceAccess(
                "jdbc:postgresql://127.0.0.1:1/old?user=ana&password=hunter2&connectTimeout=2",
                "ana",
                Secret.of("hunter2"));

        assertThatThrownBy(() -> JdbcSource.open(access))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/old")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_missing_driver_is_told() {
        assertThatThrownBy(() -> JdbcSource.open(new SourceAccess("jdbc:nothing://x", null, null)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("no JDBC driver");
    }

    @Test
    void an_address_is_shown_without_its_secrets() {
        assertThat(shown("jdbc:mysql://ana:pw@db/old")).isEqualTo("jdbc:mysql://db/old");
        assertThat(shown("jdbc:h2:mem:x;PASSWORD=pw")).isEqualTo("jdbc:h2:mem:x");
        assertThat(shown("jdbc:oracle:thin:scott/tiger@//db/old")).isEqualTo("jdbc:oracle:thin:@//db/old");
        assertThat(shown("jdbc:postgresql://db/old?password=pw")).isEqualTo("jdbc:postgresql://db/old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://ana:hun/ter2@db/old",
                "jdbc:mysql://ana:hun@ter2@db/old",
                "jdbc:mysql://ana:hun?ter2@db/old",
                "jdbc:mysql://ana:hun;ter2@db/old",
                "jdbc:mysql://db/old?password=hun@ter2",
                "jdbc:mysql://db/old?user=a@b&password=hun/ter2",
                "jdbc:mysql://(host=db,user=ana,password=hun/ter2)/old",
                "jdbc:mysql://address=(host=db)(password=ter2)/old",
                "jdbc:oracle:thin:ana/hun@ter2@//db/old",
                "mongodb://ana:hun/ter2@db/old",
                "mongodb://ana:hun@ter2@db/old",
                "mongodb+srv://ana:hun@ter2@db/old?x=y@z"
            })
    void no_piece_of_a_password_is_shown_wherever_it_stands(String url) {
        assertThat(shown(url)).doesNotContain("hun", "ter2").startsWith(url.substring(0, url.indexOf(':')));
        assertThat(new SourceAccess(url, null, null).toString()).doesNotContain("hun", "ter2");
        if (url.startsWith("jdbc:")) {
            assertThatThrownBy(() -> JdbcSource.open(new SourceAccess(url, null, null)))
                    .isInstanceOf(SourceUnusableException.class)
                    .satisfies(trouble -> assertThat(trouble.getMessage()).doesNotContain("hun", "ter2"));
        }
    }

    @Test
    void a_connection_that_cannot_be_set_up_is_closed() {
        AtomicBoolean closed = new AtomicBoolean();
        Connection broken = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, verb, arguments) -> {
                    if (verb.getName().equals("close")) {
                        closed.set(true);
                        return null;
                    }
                    throw new SQLException("no", "08006");
                });
        assertThatThrownBy(() -> JdbcSource.of(broken, "old")).isInstanceOf(SourceUnusableException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void a_query_that_fails_tells_where_but_no_key_that_may_be_an_address() {
        SourceTable gone = new SourceTable("gone", "id", List.of("id"));
        try (JdbcSource source = new SmallLegacy().source()) {
            assertThatThrownBy(() -> source.page(gone, 120L, 10))
                    .hasMessageContaining(", table gone after the row 120 (");
            assertThatThrownBy(() -> source.page(gone, "ana@example.com", 10))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining(", table gone (");
        }
    }

    private static String shown(String url) {
        return new SourceAccess(url, null, null).safeUrl();
    }
}
