package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangelogFiles;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.Digests;
import dev.lockstile.auth.schema.changelog.Reference;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.internal.history.RanRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A digest of all that decides what a run of a changelog does: the bytes of its files and of those that it names, the
 * parameters, what the process sets from outside, and the rows of what ran. Of a host's own files there is none where
 * Liquibase looks at something else too: a precondition, a class of the host's, a file of properties.
 */
final class HistoryDigest {

    private static final String OWN_FILES = "dev/lockstile/auth/schema/";
    private static final String OWN_CLASSES = "dev.lockstile.auth.schema.";
    private static final Pattern LOOKS_ELSEWHERE =
            Pattern.compile("precondition|runalways|\\bproperty\\b[^<>]*\\bfile\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final ChangelogFiles files;
    private final StringBuilder all = new StringBuilder();
    private final Set<String> placeholders = new HashSet<>();
    private boolean looksElsewhere;

    private HistoryDigest(ChangelogFiles files) {
        this.files = files;
    }

    /** Empty where Liquibase has to be asked each time. */
    static Optional<String> of(
            ChangelogScan scan, ChangelogFiles files, Map<String, String> parameters, List<RanRow> rows)
            throws IOException {
        HistoryDigest digest = new HistoryDigest(files);
        for (ScannedFile file : scan.files()) {
            digest.add(file);
        }
        Set<String> named = new TreeSet<>();
        references(scan).forEach(reference -> digest.add(reference, named));
        for (String path : named) {
            digest.text(path);
        }
        digest.all.append(new TreeMap<>(parameters)).append(rows).append(digest.outside());
        return digest.looksElsewhere ? Optional.empty() : Optional.of(Digests.of(digest.all.toString()));
    }

    private static Stream<Reference> references(ChangelogScan scan) {
        return Stream.concat(
                scan.files().stream().flatMap(file -> file.references().stream()),
                scan.changeSets().stream().map(ScannedChangeSet::references).flatMap(List::stream));
    }

    private void add(ScannedFile file) throws IOException {
        all.append(file.logicalPath()).append(file.ignored()).append('\u0000');
        String text = text(file.path());
        looksElsewhere |= !file.path().startsWith(OWN_FILES)
                && LOOKS_ELSEWHERE.matcher(text).find();
    }

    private void add(Reference reference, Set<String> named) {
        if (reference.kind() == Reference.Kind.RESOURCE) {
            named.add(reference.name());
        } else {
            looksElsewhere |= !reference.name().startsWith(OWN_CLASSES);
        }
    }

    private String text(String path) throws IOException {
        String text = files.text(path);
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(HistoryDigest::plain)
                .forEach(placeholders::add);
        all.append(path).append('\u0000').append(text).append('\u0000');
        return text;
    }

    /** System properties and variables that Liquibase reads: its own, and those named as a property of a changelog. */
    private List<String> outside() {
        Map<String, String> values = new TreeMap<>();
        System.getenv().forEach((name, value) -> values.put("env " + name, value));
        System.getProperties().forEach((name, value) -> values.put("property " + name, String.valueOf(value)));
        List<String> read = new ArrayList<>();
        values.forEach((name, value) -> {
            String plain = plain(name.substring(name.indexOf(' ')));
            if (plain.startsWith("liquibase") || placeholders.contains(plain)) {
                read.add(name + "=" + value);
            }
        });
        return read;
    }

    /** Liquibase takes {@code AUTH_USER} for {@code auth.user}. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
