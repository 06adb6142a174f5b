package dev.lockstile.shims.processor;

import dev.lockstile.shims.FormerlyKnownAs;
import dev.lockstile.shims.LegacyBytes;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A class with the same fields and the same serialVersionUID, which becomes the new class when it is read. */
final class BytesShim {

    private static final Set<String> OWN_FORM =
            Set.of("writeObject", "readObject", "writeReplace", "readResolve", "readObjectNoData");

    private final ProcessingEnvironment environment;
    private final TypeElement type;
    private final FormerlyKnownAs named;

    BytesShim(ProcessingEnvironment environment, TypeElement type, FormerlyKnownAs named) {
        this.environment = environment;
        this.type = type;
        this.named = named;
    }

    String source(ShimName shim) throws NotKeepableException {
        refuseOwnForm();
        StringBuilder out = new StringBuilder(shim.head(type, "for bytes that were written under it"));
        out.append("public final class ").append(shim.simple()).append(superclass());
        out.append(" implements java.io.Serializable {\n\n");
        out.append("    private static final long serialVersionUID = ")
                .append(uid(shim))
                .append("L;\n\n");
        for (VariableElement field : stored()) {
            String erased = environment.getTypeUtils().erasure(field.asType()).toString();
            out.append("    private ").append(erased.replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*,?\\s*", ""));
            out.append(' ').append(field.getSimpleName()).append(";\n");
        }
        return out.append("\n    private ")
                .append(shim.simple())
                .append("() {}\n\n")
                .append("    private Object readResolve() throws java.io.ObjectStreamException {\n")
                .append("        return ")
                .append(LegacyBytes.class.getName())
                .append(".become(this, ")
                .append(type.getQualifiedName())
                .append(".class);\n    }\n}\n")
                .toString();
    }

    private void refuseOwnForm() throws NotKeepableException {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (OWN_FORM.contains(method.getSimpleName().toString())) {
                throw new NotKeepableException(type.getQualifiedName() + " has its own " + method.getSimpleName()
                        + ": write the class at the former name by hand, or use as = SUBCLASS where no bytes matter");
            }
        }
        for (VariableElement field : fields()) {
            if (field.getSimpleName().contentEquals("serialPersistentFields")) {
                throw new NotKeepableException(type.getQualifiedName() + " lists its stored fields itself");
            }
        }
    }

    private String superclass() {
        TypeMirror parent = type.getSuperclass();
        boolean plain = type.getKind() == ElementKind.RECORD
                || !(parent instanceof DeclaredType declared)
                || ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object");
        return plain ? "" : " extends " + environment.getTypeUtils().erasure(parent);
    }

    private long uid(ShimName shim) throws NotKeepableException {
        if (named.serialVersionUID() != Long.MIN_VALUE) {
            return named.serialVersionUID();
        }
        for (VariableElement field : fields()) {
            if (field.getSimpleName().contentEquals("serialVersionUID")
                    && field.getConstantValue() instanceof Number value) {
                return value.longValue();
            }
        }
        if (type.getKind() == ElementKind.RECORD) {
            return 0;
        }
        throw new NotKeepableException(type.getQualifiedName() + " declares no serialVersionUID: write"
                + " @FormerlyKnownAs(value = \"" + shim.full() + "\", serialVersionUID = ...) with what `serialver "
                + shim.full() + "` says of the old jar, or as = SUBCLASS where no bytes matter");
    }

    private List<VariableElement> stored() {
        return fields().stream()
                .filter(f -> !f.getModifiers().contains(Modifier.STATIC)
                        && !f.getModifiers().contains(Modifier.TRANSIENT))
                .toList();
    }

    private List<VariableElement> fields() {
        return ElementFilter.fieldsIn(type.getEnclosedElements());
    }
}
