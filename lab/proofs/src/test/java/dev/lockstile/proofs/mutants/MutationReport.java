package dev.lockstile.proofs.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What became of the mutants of a group. */
record MutationReport(String group, List<Mutant> mutants) {

    private static final String TIMED_OUT = "TIMED_OUT";
    private static final Set<String> SEEN = Set.of("KILLED", TIMED_OUT, "MEMORY_ERROR", "RUN_ERROR");

    /** One of them. */
    record Mutant(MutantKey key, int line, String what, String status) {

        boolean seen() {
            return SEEN.contains(status);
        }

        boolean timedOut() {
            return status.equals(TIMED_OUT);
        }
    }

    static MutationReport read(String group, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            NodeList nodes = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("mutation");
            List<Mutant> mutants = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                mutants.add(mutant(group, (Element) nodes.item(i)));
            }
            return new MutationReport(group, mutants);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("no report of mutations: " + file, e);
        }
    }

    private static Mutant mutant(String group, Element element) {
        MutantKey key = MutantKey.of(
                group, text(element, "mutatedClass"), text(element, "mutatedMethod"), text(element, "mutator"));
        int line = Integer.parseInt(text(element, "lineNumber"));
        return new Mutant(key, line, text(element, "description"), element.getAttribute("status"));
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    /** The share of mutants that a test sees; one that times out may have met a slow machine. */
    String figures() {
        long seen = mutants.stream().filter(Mutant::seen).count();
        return String.format(
                Locale.ROOT,
                "%-9s %4d mutants, %4d seen, %5.1f %%, %d of them by a timeout",
                group,
                mutants.size(),
                seen,
                mutants.isEmpty() ? 100.0 : 100.0 * seen / mutants.size(),
                mutants.stream().filter(Mutant::timedOut).count());
    }

    /** The survivors that the list does not have. */
    List<String> unlisted(KnownMutants known) {
        List<String> lines = new ArrayList<>();
        for (MutantKey key : keys(known)) {
            List<Mutant> living = living(key);
            if (living.size() > known.number(key)) {
                lines.add(key + ": " + living.size() + " live, " + known.number(key) + " are listed");
                living.forEach(mutant -> lines.add("    line " + mutant.line() + ": " + mutant.what()));
            }
        }
        return lines;
    }

    /** The listed ones that a test sees by now. */
    List<String> killed(KnownMutants known) {
        return keys(known).stream()
                .filter(key -> living(key).size() < known.number(key))
                .map(key -> key + ": " + living(key).size() + " live, " + known.number(key) + " are listed")
                .toList();
    }

    private Set<MutantKey> keys(KnownMutants known) {
        Set<MutantKey> keys = new TreeSet<>();
        mutants.stream().map(Mutant::key).forEach(keys::add);
        known.entries().keySet().stream()
                .filter(key -> key.group().equals(group))
                .forEach(keys::add);
        return keys;
    }

    private List<Mutant> living(MutantKey key) {
        return mutants.stream()
                .filter(mutant -> !mutant.seen() && mutant.key().equals(key))
                .toList();
    }
}
