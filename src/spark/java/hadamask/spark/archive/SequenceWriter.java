package hadamask.spark.archive;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;

/// Writes a SequenceFile by Hadoop's own writer, which puts marks by chance between the records: its bytes differ from run to run, keys and
/// values do not.
final class SequenceWriter implements ArchiveWriter {
    private final FSDataOutputStream out;
    private final SequenceFile.Writer writer;

    SequenceWriter(OutputStream content, Configuration settings) throws IOException {
        out = new FSDataOutputStream(content, null);
        writer = SequenceFile.createWriter(settings, SequenceFile.Writer.stream(out),
                SequenceFile.Writer.keyClass(Text.class), SequenceFile.Writer.valueClass(BytesWritable.class),
                SequenceFile.Writer.compression(SequenceFile.CompressionType.NONE));
    }

    @Override
    public void add(String name, long modified, byte[] content) throws IOException {
        writer.append(new Text(name), new BytesWritable(content));
    }

    @Override
    public void close() throws IOException {
        writer.close();
        out.close(); // a stream that is not the writer's own stays open
    }
}
