package hadamask.spark.archive;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.jspecify.annotations.Nullable;

/// Reads a SequenceFile by Hadoop's own reader.
final class SequenceReader implements ArchiveReader {
    private final SequenceFile.Reader reader;
    private final Text key = new Text();
    private BytesWritable value = new BytesWritable();

    SequenceReader(FSDataInputStream in, long length, Configuration settings) throws IOException {
        reader = new SequenceFile.Reader(settings, SequenceFile.Reader.stream(in), SequenceFile.Reader.length(length));
        if (reader.getKeyClass() != Text.class || reader.getValueClass() != BytesWritable.class) {
            reader.close();
            throw new IOException("keys are " + reader.getKeyClassName() + " and values "
                    + reader.getValueClassName() + ", expected Text and BytesWritable");
        }
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            value = new BytesWritable();
            return reader.next(key, value) ? new Entry(key.toString(), value.getLength(), 0, null) : null;
        } catch (RuntimeException e) { // lengths that are none
            throw new IOException("a record is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] content() {
        return Arrays.copyOf(value.getBytes(), value.getLength());
    }

    @Override
    public @Nullable String doubt() {
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
