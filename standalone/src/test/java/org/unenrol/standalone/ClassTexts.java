package org.unenrol.standalone;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.asm.ClassReader;

/** The texts that stand in a class, such as its statements (JVMS 4.4.3). */
final class ClassTexts {

    private static final int CONSTANT_STRING = 8;

    private ClassTexts() {}

    static List<String> of(JavaClass one) {
        try (InputStream file = one.getSource().orElseThrow().getUri().toURL().openStream()) {
            ClassReader reader = new ClassReader(file);
            char[] buffer = new char[reader.getMaxStringLength()];
            List<String> texts = new ArrayList<>();
            for (int i = 1; i < reader.getItemCount(); i++) {
                int item = reader.getItem(i);
                if (item > 0 && reader.readByte(item - 1) == CONSTANT_STRING) {
                    texts.add(reader.readUTF8(item, buffer));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
