package dev.lockstile.auth.sms.sns;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What signs a call. Give them the right {@code sns:Publish} and nothing else.
 *
 * @param accessKeyId 8 to 128 letters, digits and underscores
 * @param secretAccessKey never printed
 * @param sessionToken of credentials that expire, as a role has them; null for those of a user. Never printed
 */
public record AwsCredentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_]{8,128}");

    /**
     * Checks the values.
     *
     * @param accessKeyId 8 to 128 letters, digits and underscores
     * @param secretAccessKey never printed
     * @param sessionToken of credentials that expire; null for those of a user
     * @throws IllegalArgumentException when a value cannot be what it should be; it is not quoted
     */
    public AwsCredentials {
        if (!KEY_ID.matcher(accessKeyId).matches()) {
            throw new IllegalArgumentException("accessKeyId must be 8 to 128 letters and digits");
        }
        if (secretAccessKey.isBlank()) {
            throw new IllegalArgumentException("secretAccessKey is blank");
        }
    }

    @Override
    public String toString() {
        return "AwsCredentials[hidden]";
    }
}
