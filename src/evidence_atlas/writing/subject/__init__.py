"""What a study is about: its illnesses, its aim, what it measured."""
