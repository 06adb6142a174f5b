package dev.lockstile.auth.imports.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.support.SmallDjango;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often the tables of second factors are asked. */
final class FactorReadsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final List<String> asked = new ArrayList<>();

    @Test
    void each_table_is_read_once_for_the_people_of_a_page() {
        try (SmallDjango project = SmallDjango.onH2();
                Source source = project.source()) {
            project.user(1)
                    .user(2)
                    .totp(1, 1, "00".repeat(20))
                    .tokens(2, 1, "one", "two")
                    .tokens(3, 2, "three");
            Map<String, List<FactorDraft>> found = FactorMapping.djangoOtp()
                    .open(counted(source), NOW)
                    .orElseThrow()
                    .of(List.of(1, 2));
            assertThat(found.get("1")).hasSize(2);
            assertThat(found.get("2")).hasSize(1);
            assertThat(asked)
                    .containsExactlyInAnyOrder(
                            "otp_totp_totpdevice",
                            "otp_static_staticdevice",
                            "otp_static_statictoken",
                            "otp_email_emaildevice");
        }
    }

    /** The same source, which notes the tables whose rows it is asked for. */
    private Source counted(Source source) {
        return (Source) Proxy.newProxyInstance(
                Source.class.getClassLoader(), new Class<?>[] {Source.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("matching")) {
                        asked.add(((SourceTable) arguments[0]).name());
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
