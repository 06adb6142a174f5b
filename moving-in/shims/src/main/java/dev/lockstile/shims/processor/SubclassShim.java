package dev.lockstile.shims.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A subclass with the same constructors, a sub-interface of an interface, a mapped superclass of a mapped one. */
final class SubclassShim {

    private static final String MAPPED = "jakarta.persistence.MappedSuperclass";

    private final ProcessingEnvironment environment;
    private final TypeElement type;

    SubclassShim(ProcessingEnvironment environment, TypeElement type) {
        this.environment = environment;
        this.type = type;
    }

    String source(ShimName shim) throws NotKeepableException {
        boolean isInterface = type.getKind() == ElementKind.INTERFACE;
        StringBuilder out = new StringBuilder(shim.head(type, isInterface ? "as an interface" : "as a subclass"));
        if (isMapped()) {
            out.append('@').append(MAPPED).append('\n');
        }
        out.append("public ");
        if (type.getModifiers().contains(Modifier.ABSTRACT) && !isInterface) {
            out.append("abstract ");
        }
        out.append(isInterface ? "interface " : "class ").append(shim.simple()).append(parameters(true));
        out.append(" extends ")
                .append(type.getQualifiedName())
                .append(parameters(false))
                .append(" {\n");
        if (!isInterface) {
            constructors(shim, out);
        }
        return out.append("}\n").toString();
    }

    private void constructors(ShimName shim, StringBuilder out) throws NotKeepableException {
        List<ExecutableElement> reachable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(c -> c.getModifiers().contains(Modifier.PUBLIC)
                        || c.getModifiers().contains(Modifier.PROTECTED))
                .toList();
        if (reachable.isEmpty()) {
            throw new NotKeepableException(type.getQualifiedName() + " has no public or protected constructor for "
                    + shim.full() + " to call");
        }
        reachable.forEach(constructor -> out.append('\n').append(constructor(shim, constructor)));
    }

    private String constructor(ShimName shim, ExecutableElement constructor) {
        String access = constructor.getModifiers().contains(Modifier.PUBLIC) ? "public" : "protected";
        List<? extends VariableElement> given = constructor.getParameters();
        String taken = given.stream()
                .map(p -> plain(p.asType()) + " " + p.getSimpleName())
                .collect(Collectors.joining(", "));
        String handed = given.stream().map(p -> p.getSimpleName().toString()).collect(Collectors.joining(", "));
        String thrown = constructor.getThrownTypes().stream().map(this::plain).collect(Collectors.joining(", "));
        return "    " + access + " " + shim.simple() + "(" + taken + ")" + (thrown.isEmpty() ? "" : " throws " + thrown)
                + " {\n        super(" + handed + ");\n    }\n";
    }

    private String parameters(boolean withBounds) {
        if (type.getTypeParameters().isEmpty()) {
            return "";
        }
        return type.getTypeParameters().stream()
                .map(parameter -> parameter.getSimpleName() + (withBounds ? bounds(parameter) : ""))
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private String bounds(TypeParameterElement parameter) {
        String bounds = parameter.getBounds().stream().map(this::plain).collect(Collectors.joining(" & "));
        return bounds.isEmpty() ? "" : " extends " + bounds;
    }

    /** A type without the annotations on it, which may not be allowed where the shim writes it. */
    private String plain(TypeMirror mirror) {
        if (mirror.getKind() == TypeKind.ARRAY || mirror.getAnnotationMirrors().isEmpty()) {
            return mirror.toString().replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*,?\\s*", "");
        }
        Element element = environment.getTypeUtils().asElement(mirror);
        return element instanceof TypeElement named && named.getTypeParameters().isEmpty()
                ? named.getQualifiedName().toString()
                : mirror.toString().replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*,?\\s*", "");
    }

    private boolean isMapped() {
        return type.getAnnotationMirrors().stream()
                .anyMatch(a -> ((TypeElement) a.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(MAPPED));
    }
}
