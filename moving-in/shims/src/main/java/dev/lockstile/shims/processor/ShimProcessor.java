package dev.lockstile.shims.processor;

import dev.lockstile.shims.FormerlyKnownAs;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** Writes a class for each former name, and the list of them all. */
@SupportedAnnotationTypes("dev.lockstile.shims.FormerlyKnownAs")
public final class ShimProcessor extends AbstractProcessor {

    /** The list: one line for each shim, former name, tab, present name. */
    static final String LIST = "META-INF/lockstile/former-names";

    private final Map<String, String> written = new TreeMap<>();

    /** For the compiler, which finds it as a service. */
    public ShimProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(FormerlyKnownAs.class)) {
            if (element instanceof TypeElement type) {
                shims(type);
            }
        }
        if (round.processingOver() && !written.isEmpty()) {
            list();
        }
        return false;
    }

    private void shims(TypeElement type) {
        FormerlyKnownAs named = type.getAnnotation(FormerlyKnownAs.class);
        ShimWriter writer = new ShimWriter(processingEnv, type, named);
        for (String name : named.value()) {
            try {
                write(name, type, writer.source(name));
            } catch (NotKeepableException e) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), type);
            }
        }
    }

    private void write(String name, TypeElement type, String source) throws NotKeepableException {
        if (written.containsKey(name) || processingEnv.getElementUtils().getTypeElement(name) != null) {
            throw new NotKeepableException(name + " is the name of a class that is there: take one of the two away");
        }
        try (Writer out = processingEnv.getFiler().createSourceFile(name, type).openWriter()) {
            out.write(source);
            written.put(
                    name, processingEnv.getElementUtils().getBinaryName(type).toString());
        } catch (IOException e) {
            throw new NotKeepableException(name + " cannot be written: " + e.getMessage());
        }
    }

    private void list() {
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", LIST)
                .openWriter()) {
            for (Map.Entry<String, String> shim : written.entrySet()) {
                out.write(shim.getKey() + "\t" + shim.getValue() + "\n");
            }
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, LIST + ": " + e.getMessage());
        }
    }
}
