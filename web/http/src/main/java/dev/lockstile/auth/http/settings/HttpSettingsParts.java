package dev.lockstile.auth.http.settings;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The components of settings while one of them changes. */
final class HttpSettingsParts {
    JsonNaming naming;
    ClientAddress address;
    String loginRedirectUrl;
    Locale fallback;
    Clock clock;
    Supplier<String> correlationIds;
    HttpSettings.Browsers browsers;

    @Nullable
    BlobStore pictures;

    Set<EndpointGroup> absent;

    @Nullable
    Boolean unknownAllowed;

    ExtraEndpoints extra;

    HttpSettingsParts(HttpSettings of) {
        naming = of.naming();
        address = of.address();
        loginRedirectUrl = of.loginRedirectUrl();
        fallback = of.fallback();
        clock = of.clock();
        correlationIds = of.correlationIds();
        browsers = of.browsers();
        pictures = of.pictures();
        absent = of.absent();
        unknownAllowed = of.unknownAllowed();
        extra = of.extra();
    }

    HttpSettings settings() {
        return new HttpSettings(
                naming,
                address,
                loginRedirectUrl,
                fallback,
                clock,
                correlationIds,
                browsers,
                pictures,
                absent,
                unknownAllowed,
                extra);
    }
}
