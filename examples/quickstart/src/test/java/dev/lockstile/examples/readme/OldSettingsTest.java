package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each setting of jb-drf-auth has its counterpart in Java and on Spring Boot, or is said to have none. That the names
 * of the right side exist is seen by {@link DocumentNamesTest}.
 */
class OldSettingsTest {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z][A-Z_.]+)` \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern JAVA = Pattern.compile("`[A-Z][A-Za-z]\\w*[.`\\w#]*");
    private static final Pattern PROPERTY = Pattern.compile("`(lockstile|spring)\\.[a-z.*-]+`|a bean `[A-Z]\\w+`");

    /** The defaults of the package and the keys that its first page shows. */
    private static final List<String> KEYS = List.of(
            "AUTH_USER_MODEL",
            "PROFILE_MODEL",
            "DEVICE_MODEL",
            "OTP_MODEL",
            "SMS_LOG_MODEL",
            "EMAIL_LOG_MODEL",
            "SOCIAL_ACCOUNT_MODEL",
            "AUTHENTICATION_TYPE",
            "CLIENT_CHOICES",
            "AUTH_SINGLE_SESSION_ON_MOBILE",
            "FRONTEND_URL",
            "DEFAULT_FROM_EMAIL",
            "TERMS_AND_CONDITIONS_REQUIRED",
            "EMAIL_PROVIDER",
            "EMAIL_TEMPLATES",
            "ADMIN_BOOTSTRAP_TOKEN",
            "OTP_LENGTH",
            "OTP_TTL_SECONDS",
            "OTP_MAX_ATTEMPTS",
            "OTP_RESEND_COOLDOWN_SECONDS",
            "OTP_PHONE_EMAIL_DOMAIN",
            "PROFILE_ROLE_CHOICES",
            "PROFILE_GENDER_CHOICES",
            "DEFAULT_PROFILE_ROLE",
            "PROFILE_ID_CLAIM",
            "PROFILE_PICTURE_UPLOAD_TO",
            "PERSON_PICTURE_UPLOAD_TO",
            "PERSON_ID_DOCUMENTS_UPLOAD_TO",
            "SMS_PROVIDER",
            "SMS_SENDER_ID",
            "SMS_TYPE",
            "SMS_OTP_MESSAGE",
            "PHONE_DEFAULT_COUNTRY_CODE",
            "PHONE_MIN_LENGTH",
            "PHONE_MAX_LENGTH",
            "THROTTLE_ENABLED",
            "THROTTLE_RATES",
            "SOCIAL",
            "LANGUAGE_CODE",
            "LANGUAGES");

    @Test
    void every_key_has_its_row() throws IOException {
        assertThat(rows().map(row -> row.group(1))).containsAll(KEYS).doesNotHaveDuplicates();
    }

    @Test
    void every_row_names_something_or_says_that_there_is_none() throws IOException {
        assertThat(rows().filter(row -> !says(row.group(2), JAVA) || !says(row.group(3), PROPERTY))
                        .map(MatchResult::group))
                .isEmpty();
    }

    private static boolean says(String cell, Pattern name) {
        return cell.startsWith("none: ") || name.matcher(cell).find();
    }

    private static Stream<MatchResult> rows() throws IOException {
        String page = Files.readString(BuildFolder.root().resolve("docs/moving-from-jb-drf-auth.md"));
        String table = page.substring(page.indexOf("\n## Settings"), page.indexOf("\n## Words"));
        return table.lines().map(ROW::matcher).filter(Matcher::matches).map(Matcher::toMatchResult);
    }
}
