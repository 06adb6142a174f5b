package dev.lockstile.benchmarks.flows;

import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.People;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;

/**
 * Spring Security's one-time tokens in its own table: a token is kept as it is, and used up. It knows no accounts,
 * attempts, cool-down, messages or sessions; those a host writes around it.
 */
final class SpringTokens {

    private final JdbcOneTimeTokenService service;
    private final People people;
    private long next;

    SpringTokens(DataSource pool, People people, long first) {
        this.service = withoutCleanUp(new JdbcOneTimeTokenService(new JdbcTemplate(pool)));
        this.people = people;
        this.next = first;
    }

    /** Its thread for expired tokens would keep the process alive for ever; nothing expires here. */
    private static JdbcOneTimeTokenService withoutCleanUp(JdbcOneTimeTokenService service) {
        try {
            service.destroy();
            return service;
        } catch (Exception e) {
            throw new IllegalStateException("Spring's clean-up cannot be ended", e);
        }
    }

    /** Spring's own table, as its documentation has it. */
    static void makeTable(ByHand sql) {
        sql.plainly(connection -> ByHand.rows(
                connection,
                "create table one_time_tokens (token_value varchar(36) not null primary key,"
                        + " username varchar(50) not null, expires_at timestamp not null)"));
    }

    BooleanSupplier requestAndUse() {
        return () -> {
            String token = service.generate(new GenerateOneTimeTokenRequest(people.email(next++)))
                    .getTokenValue();
            return service.consume(OneTimeTokenAuthenticationToken.unauthenticated(token)) != null;
        };
    }
}
