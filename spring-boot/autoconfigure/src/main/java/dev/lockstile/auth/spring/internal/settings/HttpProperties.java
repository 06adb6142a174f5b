package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.http.settings.JsonNaming;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The endpoints.
 *
 * @param enabled Whether the endpoints are served.
 * @param prefix Path of the endpoints.
 * @param naming Names of fields in requests and answers: clean, or those of jb-drf-auth, snake-case or camel-case.
 *     Unset, clean.
 * @param ignoreUnknownMembers Whether a body may have members that its endpoint does not know. Unset, clean names
 *     refuse them and inherited names ignore them; in development clean names always refuse them.
 * @param loginRedirectUrl Target of a web client after a sign-in, returned in the answer of the login.
 * @param allowedOrigins Other origins whose scripts may call the endpoints, such as https://app.example.
 * @param allowedHeaders Request headers that scripts of other origins may send in addition to those of the
 *     endpoints; unset, those of tracing.
 * @param cookies Whether a browser may ask for its tokens in cookies.
 * @param trustedProxies Addresses or ranges of proxies whose X-Forwarded-For is trusted, such as 10.0.0.0/8.
 * @param protectedPaths Paths that require an access token, such as /api/**, without Spring Security.
 * @param purposes Purposes of codes of the application, each a bean PurposeSettings, that are served over HTTP.
 * @param fastApiUsers Whether the routes of fastapi-users are served at /auth and /users. The endpoints of this
 *     library then need another prefix.
 * @param openapi Whether the OpenAPI document is served, at openapi.json under the prefix.
 * @param pictures Folder for profile pictures; without it none can be uploaded.
 * @param picturesUrl Path at which the application serves that folder.
 */
@ConfigurationProperties("lockstile.http")
public record HttpProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("/auth") String prefix,
        @Nullable JsonNaming naming,
        @Nullable Boolean ignoreUnknownMembers,
        @DefaultValue("/home") String loginRedirectUrl,
        @DefaultValue Set<String> allowedOrigins,
        @Nullable Set<String> allowedHeaders,
        @DefaultValue("false") boolean cookies,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> protectedPaths,
        @DefaultValue Set<String> purposes,
        @DefaultValue("false") boolean fastApiUsers,
        @DefaultValue("false") boolean openapi,
        @Nullable Path pictures,
        @DefaultValue("/media/") String picturesUrl) {}
