@"%~dp0hadamask.cmd" segment %*
