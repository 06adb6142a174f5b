package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Phone numbers in bodies as address books, messengers and keyboards of other scripts write them. */
final class PastedNumberTest extends WholeStack {

    private static final String NUMBER = "+447911123456";

    private final RecordingSmsSender sms = new RecordingSmsSender();

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.sms(sms);
    }

    @Override
    AuthSettings chosen(AuthSettings settings) {
        return settings.withSignUp(SignUpSettings.strict().allowPhoneOnly());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202a+447911123456\u202c",
                "+\u0664\u0664\u0667\u0669\u0661\u0661\u0661\u0662\u0663\u0664\u0665\u0666",
                "\uff0b447911123456",
                "\u2066+44 7911 123456\u2069",
                "\ufeff+44\u202f7911\u2011123456",
                "+\u096a\u096a\u096d\u096f\u0967\u0967\u0967\u0968\u0969\u096a\u096b\u096c",
                "+\uff14\uff14\uff17\uff19\uff11\uff11\uff11\uff12\uff13\uff14\uff15\uff16",
                "tel:+447911123456",
                "(+44) 7911 123456",
                "+44 - 7911 - 123456",
                "TEL: +44 7911.123456"
            })
    void a_pasted_number_gets_the_code_of_the_number(String typed) {
        TestClient.Reply reply = register("phone", typed);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(sms.lastCode(NUMBER)).isNotBlank();
        clock.advance(Duration.ofMinutes(10));
        assertThat(code(typed).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+62812345678.0",
                "+447911123456 ext 5",
                "+447911123456, +447911123457",
                "+447911123456 / 7",
                "6.2812E+10",
                "+44 7911 12\u00bd3456",
                "+447911123456\u0000",
                "+62 812 3456 7821 (2)",
                "+62 812 3456 7821 \u2013 7822",
                "+8 (495) 123-45-67"
            })
    void a_text_that_is_not_one_number_gets_no_code(String typed) {
        assertThat(register("phone", typed).status()).isEqualTo(400);
        assertThat(code(typed).status()).isEqualTo(400);
        assertThat(sms.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+52 044 55 1234 5678, +525512345678",
        "+241 07 12 34 56, +24177123456",
        "+54 0341 15 555 1234, +5493415551234",
        "+55 (011) 8765-4321, +5511987654321",
        "+225 41 23 45 67, +2250141234567"
    })
    void a_number_of_an_older_plan_gets_the_code_at_todays_number(String typed, String number) {
        assertThat(register("phone", typed).status()).isEqualTo(201);
        assertThat(sms.lastCode(number)).isNotBlank();
        clock.advance(Duration.ofMinutes(10));
        assertThat(code(typed).status()).isEqualTo(201);
    }

    private TestClient.Reply register(String kind, String typed) {
        TestClient.Reply reply = client.post(
                "/auth/register/",
                "{\"" + kind + "\":" + json(typed) + ",\"password\":\"" + PASSWORD + "\",\"password_confirm\":\""
                        + PASSWORD
                        + "\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true}");
        auth.messages().dispatchDue();
        return reply;
    }

    private TestClient.Reply code(String typed) {
        TestClient.Reply reply =
                client.post("/auth/otp/request/", "{\"phone\":" + json(typed) + ",\"channel\":\"sms\"}");
        auth.messages().dispatchDue();
        return reply;
    }

    private static String json(String text) {
        return JsonMapper.builder().build().writeValueAsString(text);
    }
}
