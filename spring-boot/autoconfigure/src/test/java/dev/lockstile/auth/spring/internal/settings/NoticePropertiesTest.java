package dev.lockstile.auth.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.notice.NoticeSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Notices of sign-ins by properties: off without a page. */
final class NoticePropertiesTest {

    private static final String PAGE = "https://shop.example/not-me";

    @Test
    void without_a_page_there_are_none() {
        assertThat(settings(Map.of("lockstile.notices.pause", "20m"))).isNull();
    }

    @Test
    void each_property_reaches_its_setting() {
        assertThat(settings(Map.of("lockstile.notices.page", PAGE)))
                .isEqualTo(new NoticeSettings(URI.create(PAGE), null, Duration.ofHours(1)));
        assertThat(settings(Map.of("lockstile.notices.page", PAGE, "lockstile.notices.pause", "20m")))
                .isEqualTo(new NoticeSettings(URI.create(PAGE), null, Duration.ofMinutes(20)));
    }

    private static NoticeSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("lockstile.notices", NoticeProperties.class)
                .settings();
    }
}
