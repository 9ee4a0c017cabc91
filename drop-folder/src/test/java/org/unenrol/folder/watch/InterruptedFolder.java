package org.unenrol.folder.watch;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.access.FolderPath;
import org.unenrol.folder.access.FolderSession;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.folder.Subfolder;

/** A folder in which something happens before a step, at the most unfortunate moment. */
final class InterruptedFolder implements DropFolder {

    private final DropFolder folder;
    private final Before before;

    InterruptedFolder(DropFolder folder, Before before) {
        this.folder = folder;
        this.before = before;
    }

    /** Once, before the first step that begins so. */
    InterruptedFolder(DropFolder folder, String step, Action action) {
        this(
                folder,
                new Before() {
                    private boolean done;

                    @Override
                    public void step(String name) throws IOException {
                        if (!done && name.startsWith(step)) {
                            done = true;
                            action.run();
                        }
                    }
                });
    }

    @Override
    public FolderSession open() throws IOException {
        before.step("open");
        return new Session(folder.open(), before);
    }

    @FunctionalInterface
    interface Before {
        void step(String name) throws IOException;
    }

    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    private record Session(FolderSession folder, Before before) implements FolderSession {

        @Override
        public List<FoundFile> list() throws IOException {
            before.step("list");
            return folder.list();
        }

        @Override
        public Optional<FoundFile> find(FolderPath path) throws IOException {
            before.step("find " + path.relative());
            return folder.find(path);
        }

        @Override
        public boolean exists(FolderPath path) throws IOException {
            before.step("exists " + path.relative());
            return folder.exists(path);
        }

        @Override
        public List<String> names(Subfolder subfolder) throws IOException {
            before.step("names");
            return folder.names(subfolder);
        }

        @Override
        public InputStream read(FolderPath file) throws IOException {
            before.step("open " + file.relative());
            return new FilterInputStream(folder.read(file)) {
                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    before.step("read");
                    return super.read(target, offset, length);
                }
            };
        }

        @Override
        public OutputStream create(FolderPath file) throws IOException {
            before.step("create");
            return new FilterOutputStream(folder.create(file)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    before.step("write");
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public void move(FolderPath from, FolderPath to) throws IOException {
            before.step("move " + from.relative());
            folder.move(from, to);
        }

        @Override
        public void delete(FolderPath file) throws IOException {
            before.step("delete");
            folder.delete(file);
        }

        @Override
        public boolean isOpen() {
            return folder.isOpen();
        }

        @Override
        public void close() throws IOException {
            folder.close();
        }
    }
}
