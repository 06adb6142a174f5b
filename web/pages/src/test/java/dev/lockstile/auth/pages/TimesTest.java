package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in words of each language. */
class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T11:59:30Z, just now, ahora mismo, agora mesmo",
        "2026-03-10T11:59:00Z, 1 minute ago, hace 1 minuto, há 1 minuto",
        "2026-03-10T11:01:00Z, 59 minutes ago, hace 59 minutos, há 59 minutos",
        "2026-03-10T11:00:00Z, 1 hour ago, hace 1 hora, há 1 hora",
        "2026-03-09T12:30:00Z, 23 hours ago, hace 23 horas, há 23 horas",
        "2026-03-09T11:00:00Z, yesterday, ayer, ontem",
        "2026-03-04T12:00:00Z, 6 days ago, hace 6 días, há 6 dias",
        "2026-03-03T12:00:00Z, 3 Mar 2026, 3 mar 2026, 3 de mar. de 2026",
        "2026-03-10T12:05:00Z, in 5 minutes, en 5 minutos, em 5 minutos",
        "2026-03-11T13:00:00Z, tomorrow, mañana, amanhã",
        "2026-04-09T12:00:00Z, 9 Apr 2026, 9 abr 2026, 9 de abr. de 2026"
    })
    void a_near_time_is_told_by_its_distance_and_a_far_one_by_its_day(
            Instant time, String english, String spanish, String portuguese) {
        assertThat(times("en").near(time).replace('\u00a0', ' ')).isEqualTo(english);
        assertThat(times("es").near(time).replace('\u00a0', ' ')).isEqualTo(spanish);
        assertThat(times("pt").near(time).replace('\u00a0', ' ')).isEqualTo(portuguese);
    }

    @Test
    void a_day_stays_on_one_line() {
        assertThat(times("en").date(NOW)).doesNotContain(" ").contains("\u00a0");
    }

    @ParameterizedTest
    @CsvSource({"en, 10 Mar, 8%", "es, 10 mar, 8 %", "pt, 10 de mar., 8%", "de, 10.03., 8 %", "fr, 10 mars, 8 %"})
    void a_day_without_its_year_and_a_share_are_written_as_the_language_does(
            String language, String day, String share) {
        assertThat(times(language).dayOfYear(NOW).replace('\u00a0', ' ')).isEqualTo(day);
        assertThat(times(language).share(1, 13).replaceAll("[\u00a0\u202f]", " "))
                .isEqualTo(share);
    }

    @Test
    void no_time_is_no_text() {
        assertThat(times("en").near(null)).isEmpty();
        assertThat(times("en").date(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz, AR",
        "Ana María Ruiz Sol, AM",
        "ana@example.com, A",
        "ana.ruiz@example.com, A",
        "+525512345678, ''",
        "'', ''",
        "Łukasz, Ł"
    })
    void initials_are_the_first_signs_of_two_words(String text, String initials) {
        assertThat(Who.initials(text)).isEqualTo(initials);
    }

    private static Times times(String language) {
        return new Times(Texts.all().get(language), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
