package dev.lockstile.benchmarks.servlet;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.provisioning.JdbcUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Security as its reference sets it up: sign-in by form or one-time token into a session that Spring Session
 * keeps in the database, and a resource server without sessions. The check of forms of other sites is off, for which a
 * browser would have to load the form first.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableJdbcHttpSession(cleanupCron = "-")
class SpringConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain forms(HttpSecurity http, DataSource database, SentTokens sent) throws Exception {
        JdbcOneTimeTokenService oneTimeTokens = new JdbcOneTimeTokenService(new JdbcTemplate(database));
        oneTimeTokens.destroy(); // ends its hourly clean-up; a bean would start another and end one of the two
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.successHandler((request, response, user) -> response.setStatus(204)))
                .oneTimeTokenLogin(tokens -> tokens.tokenService(oneTimeTokens)
                        .tokenGenerationSuccessHandler(sent)
                        .successHandler((request, response, user) -> response.setStatus(204)))
                .build();
    }

    @Bean
    UserDetailsService users(DataSource database) {
        return new JdbcUserDetailsManager(database);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    PasswordEncoder passwords() {
        return new SameHash(Passwords.of(BenchSettings.passwords()).hasher());
    }

    @Bean
    JwtEncoder encoder(ECKey key) {
        return new NimbusJwtEncoder(keys(key));
    }

    @Bean
    JwtDecoder decoder(ECKey key) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(key.toPublicJWK()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                JwtValidators.createDefaultWithIssuer(BenchSettings.TOKENS.issuer()),
                new JwtAudienceValidator(BenchSettings.TOKENS.audience()))));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(ECKey key) {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** The hash of the other contenders. */
    private record SameHash(PasswordHasher hasher) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return password == null ? null : hasher.hash(Secret.of(password.toString()));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return hasher.check(
                            Objects.requireNonNull(hash),
                            Secret.of(Objects.requireNonNull(password).toString()))
                    .matches();
        }
    }
}
