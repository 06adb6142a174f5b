package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.support.SilentProxy;
import dev.lockstile.test.TestPostgres;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that takes connections and says nothing: an import ends with a word about it. */
@Timeout(60)
final class SilentDatabaseTest {

    private static final SourceAccess.Limits SHORT =
            new SourceAccess.Limits(Duration.ofMillis(500), Duration.ofMillis(500));

    @Test
    void one_that_never_answers_is_given_up() {
        try (SilentProxy proxy = SilentProxy.silent()) {
            String url = "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/old";
            assertThatThrownBy(() -> JdbcSource.open(new SourceAccess(url, "reader", null).with(SHORT)))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("no connection in time");
        }
    }

    @Test
    void one_that_falls_silent_is_given_up() {
        String url = TestPostgres.freshDatabase();
        Matcher port = Pattern.compile(":(\\d+)/").matcher(url);
        assertThat(port.find()).isTrue();
        try (SilentProxy proxy = new SilentProxy(Integer.parseInt(port.group(1)))) {
            String through = url.replace(port.group(1), Integer.toString(proxy.port()));
            SourceAccess.Limits limits = new SourceAccess.Limits(Duration.ofSeconds(20), Duration.ofMillis(500));
            JdbcSource source = JdbcSource.open(new SourceAccess(through, null, null).with(limits));
            assertThat(source.tables()).isEmpty();
            proxy.fallSilent();
            assertThatThrownBy(source::tables)
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("the connection was lost");
            source.close();
        }
    }

    @Test
    void a_limit_is_a_time_to_wait() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SourceAccess.Limits(none, Duration.ofSeconds(1)));
            assertThatIllegalArgumentException().isThrownBy(() -> new SourceAccess.Limits(Duration.ofSeconds(1), none));
        }
    }
}
