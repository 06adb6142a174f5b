package dev.lockstile.benchmarks.servlet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.Flow;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.context.ContextLoaderListener;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** A host written by hand with Spring Security, in one application context, with a plain servlet for the account. */
record SpringHost(JettyHost jetty, ConfigurableApplicationContext spring, SentTokens sent, ByHand sql)
        implements AutoCloseable {

    private static final String USERS =
            "create table users (username varchar(50) not null primary key, password varchar(500) not null,"
                    + " enabled boolean not null)";
    private static final String AUTHORITIES =
            "create table authorities (username varchar(50) not null references users (username),"
                    + " authority varchar(50) not null)";

    /**
     * Serves it on a database whose people are in the library's tables.
     *
     * @param kind of the database, as Spring Session names its scripts
     */
    static SpringHost serve(DataSource pool, String kind) {
        ByHand sql = new ByHand(pool);
        makeTables(sql, kind);
        SentTokens sent = new SentTokens();
        ECKey key = key();
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        spring.register(SpringConfiguration.class);
        spring.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("dataSource", pool);
            beans.registerSingleton("key", key);
            beans.registerSingleton("sent", sent);
        });
        JettyHost jetty = JettyHost.serve("spring-http", context -> {
            context.addEventListener(new ContextLoaderListener(spring));
            for (String filter : List.of("springSessionRepositoryFilter", "springSecurityFilterChain")) {
                context.addFilter(
                        new FilterHolder(new DelegatingFilterProxy(filter)), "/*", EnumSet.of(DispatcherType.REQUEST));
            }
            context.addServlet(new ServletHolder(new SpringMe(new JdbcTemplate(pool))), "/api/me");
        });
        return new SpringHost(jetty, spring, sent, sql);
    }

    /** Spring's own tables, as its references have them, with the same people. */
    private static void makeTables(ByHand sql, String kind) {
        sql.plainly(connection -> {
            ByHand.rows(connection, USERS);
            ByHand.rows(connection, AUTHORITIES);
            ByHand.rows(connection, "create unique index ix_auth_username on authorities (username, authority)");
            ByHand.rows(
                    connection,
                    "create table one_time_tokens (token_value varchar(36) not null primary key,"
                            + " username varchar(50) not null, expires_at timestamp not null)");
            ByHand.rows(connection, "insert into users select email, password_hash, true from auth_user");
            return ByHand.rows(connection, "insert into authorities select email, 'ROLE_USER' from auth_user");
        });
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/session/jdbc/schema-" + kind + ".sql"))
                .execute(sql.database());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("spring").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An access token for the person, with the claims that the library's have. */
    String accessToken(String email) {
        List<Object[]> ids = sql.plainly(connection -> ByHand.all(
                connection,
                "select u.id, p.id from auth_user u join auth_profile p on p.user_id = u.id where u.email = ?",
                email));
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(BenchSettings.TOKENS.issuer())
                .audience(List.of(BenchSettings.TOKENS.audience()))
                .subject(String.valueOf(ids.get(0)[0]))
                .id("c2Vzc2lvbi1vZi1zcHJpbmc")
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(1)))
                .claim("sid", "c2Vzc2lvbi1vZi1zcHJpbmc")
                .claim("profile_id", String.valueOf(ids.get(0)[1]))
                .claim("roles", List.of("USER"))
                .claim("client_id", BenchSettings.TOKENS.clientId())
                .claim("auth_time", now.getEpochSecond())
                .build();
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.ES256).keyId("spring").build();
        return spring.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue();
    }

    /** False for refreshing, which Spring Security leaves to its authorization server. */
    static boolean has(Flow flow) {
        return flow != Flow.REFRESH;
    }

    /** The one-time token last sent to the address. */
    String received(String email) {
        return sent.to(email);
    }

    @Override
    public void close() {
        jetty.close();
    }
}
