package dev.lockstile.auth.imports.files;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Opens stores of files by their addresses: a folder, or {@code s3://bucket/prefix}. */
public final class FileStores {

    private static final String S3 = "s3://";

    private FileStores() {}

    /**
     * {@return the store of an address} A store that speaks S3 takes its keys, region and endpoint from the variables
     * {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_SESSION_TOKEN}, {@code AWS_REGION} and
     * {@code AWS_ENDPOINT_URL_S3}.
     *
     * @param address a folder, or {@code s3://bucket/prefix}
     * @param environment the variables
     * @param side {@code FROM} or {@code TO}: a variable with {@code FROM_} or {@code TO_} before its name has
     *     precedence
     * @throws IllegalArgumentException when a variable is missing, or the address or the endpoint is invalid
     */
    public static FileStore open(String address, Map<String, String> environment, String side) {
        if (!address.startsWith(S3)) {
            return new FolderStore(Path.of(address));
        }
        String path = address.substring(S3.length());
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String prefix = slash < 0 ? "" : path.substring(slash + 1);
        Variables variables = new Variables(environment, side);
        String region = variables
                .find("AWS_REGION")
                .or(() -> variables.find("AWS_DEFAULT_REGION"))
                .orElse("us-east-1");
        String endpoint = variables
                .find("AWS_ENDPOINT_URL_S3")
                .or(() -> variables.find("AWS_ENDPOINT_URL"))
                .orElse("https://s3." + region + ".amazonaws.com");
        S3Signature signature = new S3Signature(
                variables.require("AWS_ACCESS_KEY_ID"),
                variables.require("AWS_SECRET_ACCESS_KEY"),
                variables.find("AWS_SESSION_TOKEN").orElse(null),
                region);
        return new S3Store(URI.create(endpoint.replaceFirst("/+$", "")), bucket, prefix, signature);
    }

    private record Variables(Map<String, String> environment, String side) {

        Optional<String> find(String name) {
            return Optional.ofNullable(environment.get(side + '_' + name))
                    .or(() -> Optional.ofNullable(environment.get(name)))
                    .filter(value -> !value.isBlank());
        }

        String require(String name) {
            return find(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the variable " + name + " is not set (or " + side + '_' + name + ")"));
        }
    }
}
