package dev.lockstile.auth.sms.sns;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and how text messages are sent.
 *
 * @param region such as {@code eu-west-1}; each has a spending limit of its own
 * @param senderId what the receiver sees, 1 to 11 letters and digits with at least one letter, in countries that allow
 *     it; null for a number that SNS chooses
 * @param originationNumber a number of yours in E.164 form; null for one that SNS chooses
 * @param endpoint of the region, unless it is a private one; https unless on this machine
 * @param limit for all of a call
 */
public record SnsSettings(
        String region, @Nullable String senderId, @Nullable String originationNumber, URI endpoint, Duration limit) {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,11}");
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{5,15}");

    /**
     * Checks the values.
     *
     * @param region such as {@code eu-west-1}
     * @param senderId what the receiver sees, 1 to 11 letters and digits; null for a number that SNS chooses
     * @param originationNumber a number of yours in E.164 form; null for one that SNS chooses
     * @param endpoint of the region, unless it is a private one
     * @param limit for all of a call
     * @throws IllegalArgumentException when a value cannot be what it should be
     */
    public SnsSettings {
        require(REGION.matcher(region).matches(), "region must look like eu-west-1");
        require(
                senderId == null || SENDER_ID.matcher(senderId).matches(),
                "senderId must be 1 to 11 letters or digits");
        require(
                originationNumber == null || NUMBER.matcher(originationNumber).matches(),
                "originationNumber must be in E.164 form");
        boolean local = "localhost".equals(endpoint.getHost()) || "127.0.0.1".equals(endpoint.getHost());
        require("https".equals(endpoint.getScheme()) || local, "the endpoint must be reached by https");
    }

    /**
     * {@return the public endpoint of a region, without a sender of yours, with 5 seconds for a call}
     *
     * @param region such as {@code eu-west-1}
     */
    public static SnsSettings of(String region) {
        URI endpoint =
                URI.create("https://sns." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn/" : "/"));
        return new SnsSettings(region, null, null, endpoint, LIMIT);
    }

    /**
     * {@return the same with a name as the sender, where the receiver's country allows it}
     *
     * @param newSenderId 1 to 11 letters and digits, at least one of them a letter
     */
    public SnsSettings withSenderId(String newSenderId) {
        return new SnsSettings(region, newSenderId, originationNumber, endpoint, limit);
    }

    /**
     * {@return the same with a number of yours as the sender}
     *
     * @param number in E.164 form
     */
    public SnsSettings withOriginationNumber(String number) {
        return new SnsSettings(region, senderId, number, endpoint, limit);
    }

    /**
     * {@return the same with another way to SNS, such as a VPC endpoint}
     *
     * @param newEndpoint https unless on this machine
     */
    public SnsSettings withEndpoint(URI newEndpoint) {
        return new SnsSettings(region, senderId, originationNumber, newEndpoint, limit);
    }

    /**
     * {@return the same with another limit for all of a call than 5 seconds}
     *
     * @param newLimit more than zero, at most 20 seconds
     */
    public SnsSettings withLimit(Duration newLimit) {
        return new SnsSettings(region, senderId, originationNumber, endpoint, newLimit);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
