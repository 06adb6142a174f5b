package dev.lockstile.auth.spring.internal.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The modules of the library that an application has, with their versions, as their jars tell.
 *
 * @param byModule versions by the name of the artifact; empty where the modules are folders of classes
 */
record ModuleVersions(Map<String, String> byModule) {

    private static final List<String> MODULES = List.of(
            "auth-sms-spi",
            "auth-email-spi",
            "auth-core",
            "auth-jpa",
            "auth-http",
            "auth-schema",
            "auth-schema-tools",
            "auth-password",
            "auth-pages",
            "auth-passkeys",
            "auth-social",
            "auth-import",
            "import-mongodb",
            "auth-cutover",
            "auth-shims",
            "auth-cli",
            "email-smtp",
            "sms-twilio",
            "sms-sns",
            "throttle-redis",
            "events-micrometer",
            "lockstile-spring-boot-autoconfigure");

    static ModuleVersions onClassPath(ClassLoader loader) {
        Map<String, String> found = new TreeMap<>();
        for (String module : MODULES) {
            String about = "META-INF/maven/dev.lockstile/" + module + "/pom.properties";
            try (InputStream file = loader.getResourceAsStream(about)) {
                if (file != null) {
                    Properties properties = new Properties();
                    properties.load(file);
                    found.put(module, properties.getProperty("version", "unknown"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the version of " + module + " cannot be read", e);
            }
        }
        return new ModuleVersions(found);
    }
}
