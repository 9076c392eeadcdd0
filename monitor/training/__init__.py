"""Makes the weights that `monitor.scoring` ships: `python3 -m monitor.training FOLDER`.

Needs the extra `train` (PyTorch), which nothing else needs. FOLDER holds labelled texts
whose licences allow a model trained on them to be shipped (`corpora`); the texts under
`written/` are our own, under the project's licence. What comes out is
`monitor/scoring/weights/reader.npz` and, beside it, `reader.json`, which says what it
was made from, with the hash of each file.
"""
