package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.notice.NoticeSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notices of sign-ins from new devices and places.
 *
 * @param page Address of the page that a notice links to, such as https://shop.example/account/not-me. Without it
 *     owners get no notices of sign-ins.
 * @param pause Time between two notices to one account, 10 minutes to 1 day.
 */
@ConfigurationProperties("lockstile.notices")
public record NoticeProperties(
        @Nullable URI page, @DefaultValue("1h") Duration pause) {

    /** {@return the settings without a lookup of places; null where owners are told of no sign-ins} */
    public @Nullable NoticeSettings settings() {
        return page == null ? null : new NoticeSettings(page, null, pause);
    }
}
