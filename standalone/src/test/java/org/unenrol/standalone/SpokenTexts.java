package org.unenrol.standalone;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * The texts in the statements of a class that are not for developers and operators: neither logged
 * nor thrown, and no description of a metric, of a state of health or of a failure at the start.
 */
final class SpokenTexts extends ClassVisitor {

    private static final Pattern FOR_OPERATORS =
            Pattern.compile(
                    "org/slf4j/.*|.*/juli/.*|io/micrometer/.*|org/springframework/boot/health/.*"
                            + "|.*/FailureAnalysis");
    private static final Pattern THROWN = Pattern.compile(".*(?:Exception|Error)");

    private final List<String> spoken = new ArrayList<>();

    private SpokenTexts() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    static List<String> of(JavaClass one) {
        return of(one.getSource().orElseThrow().getUri().toString());
    }

    static List<String> of(String address) {
        try (InputStream file = URI.create(address).toURL().openStream()) {
            SpokenTexts texts = new SpokenTexts();
            new ClassReader(file).accept(texts, ClassReader.SKIP_FRAMES);
            return texts.spoken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Statements();
    }

    /** Statement after statement: what is pending belongs to the one that has not ended yet. */
    private final class Statements extends MethodVisitor {

        private final List<String> pending = new ArrayList<>();

        Statements() {
            super(SpringAsmInfo.ASM_VERSION);
        }

        @Override
        public void visitLdcInsn(Object value) {
            add(value);
        }

        /** Texts that are put together, with values between them. */
        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle method, Object... arguments) {
            for (Object argument : arguments) {
                add(argument);
            }
        }

        private void add(Object value) {
            if (value instanceof String text) {
                pending.add(text);
            }
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            boolean isThrown = name.equals("<init>") && THROWN.matcher(owner).matches();
            if (isThrown || FOR_OPERATORS.matcher(owner).matches()) {
                pending.clear();
            } else if (descriptor.endsWith(")V")) {
                end();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ATHROW) {
                pending.clear();
            } else if (opcode == Opcodes.POP
                    || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
                end();
            }
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            if (opcode == Opcodes.ASTORE) {
                end();
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
                end();
            }
        }

        private void end() {
            spoken.addAll(pending);
            pending.clear();
        }
    }
}
