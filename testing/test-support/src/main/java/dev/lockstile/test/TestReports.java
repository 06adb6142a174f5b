package dev.lockstile.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The reports that the modules' tests left behind: how many tests there were, and those that were skipped. */
record TestReports(int tests, List<Skipped> skipped) {

    /** A skipped test with the text that it was skipped with. */
    record Skipped(String test, String text) {}

    /** Reads the reports of the modules under a folder that were written since then. */
    static TestReports under(Path root, Instant since) {
        int tests = 0;
        List<Skipped> skipped = new ArrayList<>();
        for (Path file : files(root, since)) {
            NodeList cases = parse(file).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                tests++;
                for (Element reason : children(test, "skipped")) {
                    String name = test.getAttribute("classname") + "." + test.getAttribute("name");
                    skipped.add(new Skipped(name, reason.getAttribute("message") + " " + reason.getTextContent()));
                }
            }
        }
        return new TestReports(tests, List.copyOf(skipped));
    }

    private static List<Path> files(Path root, Instant since) {
        try (Stream<Path> modules = Files.find(root, 4, (path, facts) -> path.endsWith("target/surefire-reports"))) {
            List<Path> found = new ArrayList<>();
            for (Path folder : modules.toList()) {
                try (Stream<Path> reports = Files.list(folder)) {
                    reports.filter(report -> report.getFileName().toString().matches("TEST-.*\\.xml"))
                            .forEach(found::add);
                }
            }
            found.removeIf(report -> writtenAt(report).isBefore(since));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant writtenAt(Path report) {
        try {
            return Files.getLastModifiedTime(report).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            if (parent.getChildNodes().item(i) instanceof Element child
                    && child.getTagName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }
}
