package dev.lockstile.auth.pages;

import dev.lockstile.auth.AuthSetupException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks a host's templates, texts and style before a page is served, and names all that is wrong at once. */
final class OverrideChecks {

    /** {@code {0}}, and what may be taken for a place of a value. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w*}");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final List<String> problems = new ArrayList<>();

    private final Set<String> labels;

    private OverrideChecks(Set<String> labels) {
        this.labels = labels;
    }

    /** @param labels keys of the texts of the host's own fields */
    static void check(PageSettings settings, Set<String> labels) {
        OverrideChecks checks = new OverrideChecks(labels);
        checks.templates(settings.overrides());
        checks.texts(settings.overrides().texts());
        checks.style(settings.style());
        if (!checks.problems.isEmpty()) {
            throw new AuthSetupException(checks.problems);
        }
    }

    private void templates(PageOverrides overrides) {
        overrides
                .otherFiles()
                .forEach(file -> problems.add("page-file: " + file
                        + " is neither a template (<name>.html) nor texts (texts_<language>.properties); remove it"));
        TemplateEngine engine = new TemplateEngine(new PageTemplates(overrides.templates()));
        for (String name : new TreeSet<>(overrides.templates().keySet())) {
            if (PageTemplates.NAMES.contains(name)) {
                engine.problem(name).ifPresent(what -> problems.add("page-template: " + name + ": " + what));
            } else {
                unknown("template", name, PageTemplates.NAMES);
            }
        }
    }

    private void texts(Map<String, Map<String, String>> texts) {
        Map<String, Texts> ours = Texts.all();
        new TreeMap<>(texts).forEach((language, changed) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                problems.add("page-language: " + language + " is no language of two or three letters, such as it");
            } else {
                Texts known = Objects.requireNonNull(ours.getOrDefault(language, ours.get("en")));
                Set<String> names = Set.of("language." + language);
                new TreeMap<>(changed).forEach((key, text) -> {
                    if (!names.contains(key)) {
                        text(known, key, text);
                    }
                });
            }
        });
    }

    private void text(Texts known, String key, String text) {
        if (!known.has(key) && !labels.contains(key)) {
            Set<String> all = new TreeSet<>(known.words().keySet());
            all.addAll(labels);
            unknown("text", key, all);
            return;
        }
        Set<String> wanted = labels.contains(key) ? Set.of() : placeholders(known.say(key));
        Set<String> found = placeholders(text);
        if (!found.equals(wanted)) {
            problems.add("page-text: " + key + " (" + known.language() + ") has the placeholders " + found
                    + "; write exactly " + wanted);
        }
    }

    private void style(PageStyle style) {
        String name = style.productName();
        if (name != null && (name.isBlank() || name.chars().anyMatch(Character::isISOControl))) {
            problems.add("page-style: the product name is blank or has control characters");
        }
        new TreeMap<>(style.tokens()).forEach((token, value) -> {
            if (!StyleTokens.NAMES.contains(token)) {
                unknown("token", token, StyleTokens.NAMES);
            } else if (!StyleTokens.isSafe(value)) {
                problems.add("page-token: the value of " + token + " is refused: " + value
                        + "; use a colour, length or font, and url() with a path of this site only");
            }
        });
    }

    private void unknown(String what, String name, Collection<String> known) {
        problems.add("page-" + what + ": there is no " + what + " " + name + "; the nearest are "
                + NearestNames.of(name, known));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
