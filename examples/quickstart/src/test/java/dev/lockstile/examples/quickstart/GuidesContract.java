package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.examples.quickstart.GuideReader.OldHome;
import dev.lockstile.test.BuildFolder;
import dev.lockstile.test.guide.GuideStep;
import dev.lockstile.test.guide.GuideText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of every guide is typed, from its top to its bottom, and ends as the guide says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GuidesContract {

    private static final AtomicInteger READERS = new AtomicInteger();

    /** The database of the new host, empty. */
    abstract Map<String, String> database(Path at);

    /** The guides that are tried there in every build. */
    abstract Stream<Guide> usual();

    /** Those, or with {@code -Dlockstile.guides=all} every one, or the one of that name. */
    Stream<Guide> guides() {
        String wanted = System.getProperty("lockstile.guides", "");
        return Stream.of(Guide.values()).anyMatch(guide -> guide.name().equals(wanted))
                ? Stream.of(Guide.valueOf(wanted))
                : wanted.equals("all") ? Stream.of(Guide.values()) : usual();
    }

    /** The guides, and the old system that each is about. */
    enum Guide {
        README("README.md", LegacyDump::jbDrfAuth),
        IMPORTING("docs/importing.md", LegacyDump::djangoOtp),
        CONTENT("docs/importing-content.md", LegacyDump::djangoOtp),
        JB("docs/moving-from-jb-drf-auth.md", LegacyDump::jbDrfAuth),
        DJANGO("docs/moving-from-django.md", LegacyDump::djangoOtp),
        OTP_APP("docs/moving-from-otp-app.md", LegacyDump::djangoOtp),
        FASTAPI("docs/moving-from-fastapi-users.md", LegacyDump::fastApiUsers),
        MONGO("docs/moving-from-mongo-phone-otp.md", () -> ""),
        CUT_OVER("docs/cut-over.md", LegacyDump::jbDrfAuth);

        private final String document;
        private final Supplier<String> old;

        Guide(String document, Supplier<String> old) {
            this.document = document;
            this.old = old;
        }

        List<GuideStep> steps() {
            Path file = BuildFolder.root().resolve(document);
            return this == README ? GuideText.read(file, "## Moving a user base in") : GuideText.read(file);
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void a_reader_does_what_the_guide_says(Guide guide, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("old.dump"), "what pg_dump wrote");
        Files.writeString(Files.createDirectory(folder.resolve("media")).resolve("a.jpg"), "a picture");
        Map<String, String> environment = new TreeMap<>(database(folder));
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        environment.put("QUICKSTART_PORT", "0");
        environment.put("QUICKSTART_DEV", "true");
        if (guide == Guide.MONGO) {
            LegacyDump.unpackedAs("biograph.users.jsonl.gz", folder.resolve("users.jsonl"));
            LegacyDump.unpackedAs("biograph.biographs.jsonl.gz", folder.resolve("biographs.jsonl"));
        }
        OldHome old = new OldHome(guide.old.get(), "reader_" + READERS.incrementAndGet());
        try (GuideReader reader = new GuideReader(environment, folder, old)) {
            List<GuideStep> steps = guide.steps();
            if (guide != Guide.MONGO && steps.stream().noneMatch(GuidesContract::makesTheReader)) {
                reader.follow(Guide.IMPORTING.steps().stream()
                        .filter(GuidesContract::makesTheReader)
                        .toList());
            }
            reader.follow(steps);
            if (guide.document.startsWith("docs/moving-from-")) {
                List<GuideStep> back =
                        GuideText.read(BuildFolder.root().resolve(Guide.IMPORTING.document), "## The way back");
                steps.stream().filter(GuidesContract::runsAnImport).forEach(run -> reader.follow(back));
                assertThat(reader.count(
                                "select count(*) from auth_user where email not like 'smoke-%' or email is null"))
                        .as("people after the way back")
                        .isZero();
                assertThat(reader.count("select count(*) from auth_legacy_link"))
                        .isZero();
            }
        }
    }

    @Test
    void no_guide_of_moving_in_is_left_out_and_little_in_them_is_for_other_machines() throws IOException {
        try (Stream<Path> docs = Files.list(BuildFolder.root().resolve("docs"))) {
            assertThat(docs.map(doc -> "docs/" + doc.getFileName()).filter(doc -> doc.startsWith("docs/moving-from-")))
                    .isSubsetOf(Stream.of(Guide.values())
                            .map(guide -> guide.document)
                            .toList());
        }
        assertThat(Stream.of(Guide.values())
                        .flatMap(guide -> guide.steps().stream())
                        .filter(GuideStep.Elsewhere.class::isInstance)
                        .map(step -> ((GuideStep.Elsewhere) step).line()))
                .containsOnly(
                        "pg_dump --format custom --file old.dump old",
                        "mongodump --db old --archive=old.dump",
                        "mongoexport --db old --collection authapp_usermodel --out users.jsonl",
                        "mongoexport --db old --collection biographapp_biographmodel --out biographs.jsonl",
                        "export LOCKSTILE_SOURCE_PASSWORD='one of its own'",
                        "export QUICKSTART_DEV=true",
                        "createdb --template old copy",
                        "mkdir keys backups",
                        "export SHOP_DB=jdbc:postgresql://localhost/copy SHOP_DB_USER=shop",
                        "export SPRING_PROFILES_ACTIVE=dev SHOP_INBOX=true",
                        "./mvnw package");
    }

    private static boolean runsAnImport(GuideStep step) {
        return step instanceof GuideStep.Command command
                && command.line().matches("\\./quickstart import (content )?run .*");
    }

    private static boolean makesTheReader(GuideStep step) {
        return step instanceof GuideStep.Sql sql && sql.text().contains("create user reader");
    }
}
